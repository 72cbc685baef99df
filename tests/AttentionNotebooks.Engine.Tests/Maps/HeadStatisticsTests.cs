using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Maps;

public sealed class HeadStatisticsTests
{
    private const double Tolerance = 1e-14;

    [Fact]
    public void Statistics_OfAWrittenHead_AreWhatAPersonCounts()
    {
        AttentionMap map = MapSamples.Of(new[,] { { 1, 0.5, 0 }, { 0, 0.25, 1 }, { 0, 0.25, 0 } }, ["The", "end", "."]);

        HeadProfile head = map.Statistics()[0, 0];

        Assert.Equal((0 + 1.5 + 0) / 3, head.Entropy!.Value, Tolerance);
        Assert.Equal((0 + 0.75 + 1) / 3, head.Distance!.Value, Tolerance);
        Assert.Equal((1 + 0.25 + 0) / 3, head.Self!.Value, Tolerance);
        Assert.Equal((0.5 + 1) / 2, head.Previous!.Value, Tolerance);
        Assert.Equal((0 + 0.25) / 2, head.Next!.Value, Tolerance);
        Assert.Equal((1 + 0.5 + 0) / 3, head.First!.Value, Tolerance);
        Assert.Equal((0 + 0.25 + 0) / 3, head.Punctuation!.Value, Tolerance);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(33)]
    public void Entropy_OfAUniformHead_IsTheBinaryLogarithmOfTheKeys(int keys) =>
        Assert.Equal(Math.Log2(keys), AttentionMap.Of(Matrix<double>.Build.Dense(keys, 5, 1.0 / keys)).Statistics()[0, 0].Entropy!.Value, 1e-12);

    [Fact]
    public void Statistics_OfAPreviousTokenHead_SayOne()
    {
        AttentionMap map = AttentionMap.Of(Matrix<double>.Build.Dense(6, 6, (key, query) => key == Math.Max(query - 1, 0) ? 1 : 0));
        Assert.Equal(1, map.Statistics()[0, 0].Previous);
        Assert.Equal(5.0 / 6, map.Statistics()[0, 0].Distance!.Value, Tolerance);
    }

    [Fact]
    public void Statistics_OfMaskedAndUnscaledQueries_CountSharesOfQueriesThatSeeSomething()
    {
        HeadProfile head = MapSamples.Of(new double[,] { { 3, 0 }, { 1, 0 } }).Statistics()[0, 0];
        Assert.Equal(0.75, head.Self);
        Assert.Equal(0.25, head.Next);
        Assert.Null(head.Previous);
    }

    [Fact]
    public void Statistics_OfAHeadThatSeesNothing_AreNull()
    {
        HeadProfile head = MapSamples.Of(new double[,] { { 0, 0 }, { 0, 0 } }, ["a", "."]).Statistics()[0, 0];
        Assert.Equal(new HeadProfile(0, 0, null, null, null, null, null, null, null), head);
    }

    [Fact]
    public void Statistics_OfCrossAttention_LeaveOutWhatNeedsOneSentence()
    {
        HeadProfile head = MapSamples.Draw(1, 1, 4, 3).Statistics()[0, 0];
        Assert.Equal((null, null, null, null), (head.Distance, head.Self, head.Previous, head.Next));
        Assert.Null(head.Punctuation);
        Assert.NotNull(head.Entropy);
        Assert.NotNull(head.First);
    }

    [Fact]
    public void Statistics_OfAPart_KeepLayerAndHeadNumbers()
    {
        HeadStatistics statistics = MapSamples.Draw(3, 4, 5).Layer(2).Head(3).Statistics();
        Assert.Equal((2, 3), (statistics.Heads[0].Layer, statistics.Heads[0].Head));
        Assert.Throws<ArgumentOutOfRangeException>(() => statistics[0, 3]);
    }

    [Fact]
    public void Statistics_OfNegativeWeights_AreRefused() =>
        Assert.Contains("layer 0, head 0 has -1 at [1, 0]", Assert.Throws<InvalidOperationException>(() => MapSamples.Of(new double[,] { { 2 }, { -1 } }).Statistics()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(".", true)]
    [InlineData("##?!", true)]
    [InlineData("Ġ—", true)]
    [InlineData("▁«", true)]
    [InlineData("€", true)]
    [InlineData("▁", false)]
    [InlineData("", false)]
    [InlineData("don't", false)]
    [InlineData("[SEP]", false)]
    [InlineData("3", false)]
    public void Punctuation_OfALabel_IsFoundBehindItsMark(string label, bool expected)
    {
        AttentionMap map = MapSamples.Of(new double[,] { { 1 } }, [label]);
        Assert.Equal(expected ? 1 : 0, map.Statistics()[0, 0].Punctuation);
    }
}
