namespace AttentionNotebooks.Figures.Tests.Charts;

public sealed class PointLabelsTests
{
    [Fact]
    public void Positions_OfTwoClosePoints_AreDifferentSides()
    {
        PointLabels labels = new([0, 1, 1.01], [0, 1, 1], ["far", "near", "nearer"]);

        Assert.True(labels.IsShown(1) && labels.IsShown(2));
        Assert.NotEqual(labels.Positions[1], labels.Positions[2]);
    }

    [Fact]
    public void Names_OfACrowd_AreLeftOutWhereTheyWouldCoverOthers()
    {
        double[] crowd = [.. Enumerable.Range(0, 60).Select(point => point % 2 == 0 ? 0.001 * point : 10 + (0.001 * point))];
        PointLabels labels = new(crowd, crowd, [.. crowd.Select(_ => "telescope")]);

        Assert.InRange(Enumerable.Range(0, 60).Count(labels.IsShown), 2, 20);
    }

    [Fact]
    public void Names_OfPointsAtOnePlace_AreShown() => Assert.True(new PointLabels([0], [0], ["alone"]).IsShown(0));
}
