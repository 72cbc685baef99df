using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Costs;

public sealed class GrowthMeasurementTests
{
    private static readonly GrowthBudget Ample = new(TimeSpan.FromMinutes(1));

    [Fact]
    public void OverTokens_OfAFewSizes_MeasuresEach()
    {
        AttentionGrowth growth = GrowthMeasurement.OverTokens<float>([4, 9, 33], heads: 2, headSize: 3, Ample, AttentionMask.Causal);
        Assert.Equal(GrowthAxis.Tokens, growth.Axis);
        Assert.Equal([4, 4, 9, 9, 33, 33], growth.Points.Select(point => point.Cost.Tokens));
        AssertMeasured(growth, heads: _ => 2, headSize: 3, numberSize: 4);
        Assert.All(growth.Points, point => Assert.Same(AttentionMask.Causal, point.Cost.Mask));
    }

    [Fact]
    public void OverHeads_OfAFewSizes_MeasuresEach()
    {
        AttentionGrowth growth = GrowthMeasurement.OverHeads<double>([1, 5], tokens: 12, headSize: 2, Ample, options: new ComputeOptions { MaxDegreeOfParallelism = 1 });
        Assert.Equal(GrowthAxis.Heads, growth.Axis);
        Assert.Equal([1, 1, 5, 5], growth.Points.Select(point => point.Cost.Heads));
        AssertMeasured(growth, heads: point => point.Cost.Heads, headSize: 2, numberSize: 8);
        Assert.Contains("up to 1 thread ", growth.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void OverTokens_WeightsLongerThanAnArray_AreComputedOnly()
    {
        AttentionGrowth growth = GrowthMeasurement.OverTokens<float>([100_000], heads: 1, headSize: 1, new GrowthBudget(TimeSpan.FromSeconds(1)) { Bytes = 1e15 });
        Assert.Equal([GrowthBasis.BeyondTime, GrowthBasis.BeyondMemory], growth.Points.Select(point => point.Basis));
        Assert.Equal((1e10 + 1e5) * 4, growth.Points[1].Bytes);
    }

    [Fact]
    public void Arguments_Wrong_AreRefused()
    {
        BadInput.Refused("tokens", "is empty", () => GrowthMeasurement.OverTokens<float>([], 1, 1, Ample));
        BadInput.Refused("tokens", "8 comes after 8", () => GrowthMeasurement.OverTokens<float>([4, 8, 8], 1, 1, Ample));
        BadInput.Refused("tokens", "0", () => GrowthMeasurement.OverTokens<float>([0, 1], 1, 1, Ample));
        BadInput.Refused("heads", "1 comes after 2", () => GrowthMeasurement.OverHeads<float>([2, 1], 1, 1, Ample));
        BadInput.Refused("headSize", "0", () => GrowthMeasurement.OverHeads<float>([1], 1, 0, Ample));
        BadInput.Refused("time", "00:00:00", () => new GrowthBudget(TimeSpan.Zero));
        BadInput.Refused("Bytes", "0", () => Ample with { Bytes = 0 });
    }

    private static void AssertMeasured(AttentionGrowth growth, Func<GrowthPoint, int> heads, int headSize, int numberSize)
    {
        Assert.Equal(Enumerable.Range(0, growth.Points.Count).Select(index => index % 2 == 1), growth.Points.Select(point => point.KeepsWeights));
        Assert.All(growth.Points, point =>
        {
            int entries = heads(point) * point.Cost.Tokens * (headSize + (point.KeepsWeights ? point.Cost.Tokens : 0));
            Assert.Equal(GrowthBasis.Measured, point.Basis);
            Assert.InRange(point.Bytes, entries * numberSize, double.MaxValue);
        });
    }
}
