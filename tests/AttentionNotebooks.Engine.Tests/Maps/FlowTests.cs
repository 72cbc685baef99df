using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Maps;

public sealed class FlowTests
{
    private const double Tolerance = 1e-13;

    [Theory]
    [InlineData(1, 2, 3, 1)]
    [InlineData(2, 1, 2, 2)]
    [InlineData(2, 2, 4, 3)]
    [InlineData(3, 1, 3, 4)]
    [InlineData(4, 3, 3, 5)]
    [InlineData(3, 1, 4, 6)]
    public void Flow_OfAnyMap_IsTheSmallestCut(int layers, int heads, int tokens, int seed)
    {
        AttentionMap map = MapSamples.Draw(layers, heads, tokens, seed: seed);

        Matrix<double> flow = map.Flow()[layers - 1, 0];

        foreach ((int input, int position, double value) in flow.EnumerateIndexed())
            Assert.Equal(SmallestCut(map, input, position), value, Tolerance);
    }

    [Fact]
    public void Flow_OfOneLayer_IsTheLayerItself()
    {
        AttentionMap map = MapSamples.Draw(1, 1, 5);
        Assert.Equal(0, (map.Flow(residual: 0)[0, 0] - map[0, 0]).PointwiseAbs().Enumerate().Max(), Tolerance);
    }

    [Fact]
    public void Flow_OfWrittenLayers_IsHeldBackByTheNarrowestPipe()
    {
        // Position 0 looks at both, 0.3 and 0.7; below, both look at token 0 alone with 1: all of it arrives. Position 1 can bring 0.2 through pipe 0 and 0.8 through pipe 1.
        Matrix<double> below = Matrix<double>.Build.DenseOfArray(new[,] { { 0.4, 0.5 }, { 0.6, 0.5 } });
        Matrix<double> above = Matrix<double>.Build.DenseOfArray(new[,] { { 0.3, 0.2 }, { 0.7, 0.8 } });

        Matrix<double> flow = new AttentionMap([[below], [above]]).Flow(residual: 0)[1, 0];

        // Token 0 from position 0: min(0.3, 0.4) + min(0.7, 0.5).
        Assert.Equal(0.8, flow[0, 0], Tolerance);
        Assert.Equal(0.7, flow[0, 1], Tolerance);
        Assert.Equal(0.8, flow[1, 0], Tolerance);
        Assert.Equal(0.7, flow[1, 1], Tolerance);
    }

    [Fact]
    public void Flow_ToAnEarlierLayer_IsTheFlowOfTheMapUpToThere()
    {
        AttentionMap map = MapSamples.Draw(3, 2, 4);
        AttentionMap upToThere = new([[map[0, 0], map[0, 1]], [map[1, 0], map[1, 1]]]);

        AttentionMap flow = map.Flow(layer: 1);

        Assert.Equal([1], flow.LayerNumbers);
        Assert.Equal(upToThere.Flow()[1, 0], flow[1, 0]);
        Assert.Equal("layer 1, flow", flow.Caption(1, 0));
    }

    [Fact]
    public void Flow_ComputedTwice_IsTheSameToTheLastBit()
    {
        AttentionMap map = MapSamples.Draw(4, 1, 16);
        Assert.Equal(map.Flow()[3, 0], map.Flow()[3, 0]);
    }

    [Fact]
    public void Flow_OfAnyMap_IsAtLeastTheRolloutAndAtMostOne()
    {
        // What rollout sends along each path is a flow, so the maximum is no less; what enters the source is 1.
        AttentionMap map = MapSamples.Draw(5, 2, 12);
        Matrix<double> flow = map.Flow()[4, 0], rollout = map.Rollout()[4, 0];
        Assert.All(flow.EnumerateIndexed(), entry => Assert.InRange(entry.Item3, rollout[entry.Item1, entry.Item2] - Tolerance, 1 + Tolerance));
    }

    [Fact]
    public void Flow_OfTooManyTokens_IsRefusedAndNamesTheLimit()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => MapSamples.Draw(1, 1, AttentionMap.GreatestFlowTokens + 1).Flow());
        Assert.Contains("at most 32 tokens", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Flow_OfCrossAttention_IsRefused() => Assert.Throws<InvalidOperationException>(() => MapSamples.Draw(1, 1, 3, 4).Flow());

    [Fact]
    public void Flow_ToALayerThatIsNotThere_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => MapSamples.Draw(2, 1, 3).Flow(layer: 2));

    /// <summary>The narrowest of all cuts between source and sink, each tried (max-flow min-cut theorem).</summary>
    private static double SmallestCut(AttentionMap map, int input, int position)
    {
        int n = map.Keys, layers = map.LayerNumbers.Count, nodes = n * (layers + 1), source = (layers * n) + position;
        List<(int From, int To, double Capacity)> pipes = [];
        for (int layer = 0; layer < layers; layer++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int i = 0; i < n; i++)
                    pipes.Add((((layer + 1) * n) + j, (layer * n) + i, (0.5 * map.HeadNumbers.Average(head => map[layer, head][i, j])) + (i == j ? 0.5 : 0)));
            }
        }

        double smallest = double.PositiveInfinity;
        // Other tokens above the last layer have no way in and other input tokens no way out: which side they are on changes nothing for the best cut.
        int[] free = [.. Enumerable.Range(n, nodes - (2 * n))];
        for (int chosen = 0; chosen < 1 << free.Length; chosen++)
        {
            bool[] onSourceSide = new bool[nodes];
            onSourceSide[source] = true;
            for (int token = 0; token < n; token++) onSourceSide[token] = token != input;
            for (int place = 0; place < free.Length; place++) onSourceSide[free[place]] = (chosen & (1 << place)) != 0;
            smallest = Math.Min(smallest, pipes.Where(pipe => onSourceSide[pipe.From] && !onSourceSide[pipe.To]).Sum(pipe => pipe.Capacity));
        }

        return smallest;
    }
}
