using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Maps;

public sealed class RolloutTests
{
    private const double Tolerance = 1e-14;

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 3, 4)]
    [InlineData(2, 1, 5)]
    [InlineData(4, 2, 7)]
    public void Rollout_OfAnyMap_IsTheSumOverAllPaths(int layers, int heads, int tokens)
    {
        AttentionMap map = MapSamples.Draw(layers, heads, tokens, seed: 10 * layers);

        AttentionMap rollout = map.Rollout();

        Assert.Equal(layers, rollout.LayerNumbers.Count);
        for (int layer = 0; layer < layers; layer++)
        {
            int top = layer;
            Matrix<double> expected = Matrix<double>.Build.Dense(tokens, tokens, (input, position) => Paths(map, top, input, position));
            Near.Equal(expected, rollout[layer, 0], Tolerance * tokens * layers, "rollout");
        }
    }

    [Fact]
    public void Rollout_OfTwoWrittenLayers_MultipliesThemInTheColumnConvention()
    {
        // Query 1 of the first layer copies token 0; query 0 of the second layer copies position 1. So position 0 holds input 0 after all, and position 1 too.
        Matrix<double> first = Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 1 }, { 1, 0 } });
        Matrix<double> second = Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 0 }, { 1, 1 } });

        AttentionMap rollout = new AttentionMap([[first], [second]]).Rollout(residual: 0);

        Near.Equal(Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 1 }, { 0, 0 } }), rollout[1, 0], 0, "rollout");
    }

    [Fact]
    public void Rollout_OfAnyMap_HasColumnsThatSumToOne()
    {
        AttentionMap rollout = MapSamples.Draw(6, 3, 9).Rollout(residual: 0.3);
        Assert.All(rollout.LayerNumbers, layer => Assert.All(rollout[layer, 0].ColumnSums(), sum => Assert.Equal(1, sum, Tolerance * 50)));
    }

    [Fact]
    public void Rollout_OfResidualOnly_KeepsEachToken() =>
        Near.Equal(Matrix<double>.Build.DenseIdentity(4), MapSamples.Draw(3, 2, 4).Rollout(residual: 1)[2, 0], 0, "rollout");

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0, 0)]
    public void Rollout_OfAMaskedColumn_KeepsTheTokenWhereThereIsAResidual(double residual, double expected)
    {
        AttentionMap map = MapSamples.Of(new double[,] { { 1, 0 }, { 0, 0 } });
        Near.Equal(Vector<double>.Build.Dense([0, expected]), map.Rollout(residual)[0, 0].Column(1), 0, "masked column");
    }

    [Fact]
    public void Rollout_OfACausalMap_StaysCausal()
    {
        Matrix<double>[] layers = [.. Enumerable.Range(0, 4).Select(seed => Causal(6, seed))];
        Matrix<double> rollout = new AttentionMap([.. layers.Select(layer => new[] { layer })]).Rollout()[3, 0];
        Assert.All(rollout.EnumerateIndexed(), entry => Assert.True(entry.Item1 <= entry.Item2 || entry.Item3 == 0));
    }

    [Fact]
    public void Rollout_OfCrossAttention_IsRefusedWithBothSizes()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => MapSamples.Draw(2, 1, 5, 3).Rollout());
        Assert.Contains("5 keys and 3 queries", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rollout_OfNegativeWeights_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => MapSamples.Of(new double[,] { { 1, 2 }, { 0, -1 } }).Rollout());

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Rollout_OfAnImpossibleResidual_IsRefused(double residual) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MapSamples.Draw(1, 1, 2).Rollout(residual));

    [Fact]
    public void Rollout_OfAPart_KeepsLayerNumbersLabelsAndNotes()
    {
        AttentionMap map = MapSamples.Draw(3, 2, 2, labels: ["a", "b"]).Layer(2);

        AttentionMap rollout = map.Rollout();

        Assert.Equal([2], rollout.LayerNumbers);
        Assert.Equal(["a", "b"], rollout.KeyLabels!);
        Assert.Equal("layer 2, rollout", rollout.Caption(2, 0));
        Assert.Contains("0.5·A′ + 0.5·I", Assert.Single(rollout.Notes), StringComparison.Ordinal);
        Assert.Empty(map.Notes);
    }

    /// <summary>One step down from the position, in the layer's mean head or along the residual; then on from there.</summary>
    private static double Paths(AttentionMap map, int layer, int input, int position)
    {
        if (layer < 0) return input == position ? 1 : 0;
        double total = 0;
        for (int below = 0; below < map.Keys; below++)
        {
            double attention = map.HeadNumbers.Average(head => map[layer, head][below, position]);
            total += ((0.5 * attention) + (below == position ? 0.5 : 0)) * Paths(map, layer - 1, input, below);
        }

        return total;
    }

    private static Matrix<double> Causal(int tokens, int seed) =>
        Samples.DrawMatrix<double>(tokens, tokens, seed).MapIndexed((key, query, score) => key <= query ? Math.Exp(score) : 0).NormalizeColumns(1);
}
