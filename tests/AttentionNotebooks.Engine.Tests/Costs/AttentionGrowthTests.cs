using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Costs;

public sealed class AttentionGrowthTests
{
    [Fact]
    public void Points_GivenInAnyOrder_AreSortedBySizeAndWay()
    {
        AttentionGrowth growth = new(GrowthAxis.Heads, [Point(2, true), Point(1, true), Point(2, false), Point(1, false)]);
        Assert.Equal([(1, false), (1, true), (2, false), (2, true)], growth.Points.Select(point => (point.Cost.Heads, point.KeepsWeights)));
    }

    [Fact]
    public void Points_ChangedByTheCaller_StayAsTheyWere()
    {
        GrowthPoint[] points = [Point(1, true)];
        AttentionGrowth growth = new(GrowthAxis.Heads, points);
        points[0] = Point(2, true);
        Assert.Equal(1, Assert.Single(growth.Points).Cost.Heads);
    }

    [Fact]
    public void Arguments_Wrong_AreRefused()
    {
        BadInput.Refused("points", "is empty", () => new AttentionGrowth(GrowthAxis.Heads, []));
        BadInput.Refused("points", "null", () => new AttentionGrowth(GrowthAxis.Heads, [null!]));
        BadInput.Refused("points", "3 occurs twice", () => new AttentionGrowth(GrowthAxis.Heads, [Point(3, true), Point(3, true)]));
        BadInput.Refused("points", "7 occurs twice", () => new AttentionGrowth(GrowthAxis.Tokens, [Point(3, true), Point(4, true)]));
        BadInput.Refused("axis", "GrowthAxis", () => new AttentionGrowth((GrowthAxis)7, [Point(1, true)]));
        BadInput.Refused("seconds", "above 0", () => Point(1, true, seconds: 0));
        BadInput.Refused("seconds", "finite", () => Point(1, true, seconds: double.PositiveInfinity));
        BadInput.Refused("bytes", "above 0", () => Point(1, true, bytes: double.NaN));
        BadInput.Refused("basis", "GrowthBasis", () => new GrowthPoint(AttentionCost.Of<float>(1, 1, 1), true, 1, 1, (GrowthBasis)3));
    }

    private static GrowthPoint Point(int heads, bool keepsWeights, double seconds = 1, double bytes = 1) =>
        new(AttentionCost.Of<float>(heads, tokens: 7, headSize: 2), keepsWeights, seconds, bytes);
}
