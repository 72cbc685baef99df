using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Heatmaps;

public sealed class ColumnSumsTests
{
    private static readonly double[,] Sigmoid = { { 0.25, 0.5, 0.125 }, { 1, 0.75, 0 } };

    [Fact]
    public void Sums_OnDemand_StandBelowEachColumnAndInTheTable()
    {
        IElement figure = Dom.Of(ExampleMaps.Of(Sigmoid).Heatmap().WithColumnSums());
        Assert.Equal(["1.25", "1.25", "0.125"], Sums(figure));
        Assert.Equal(["1.25", "1.25", "0.125"], figure.Texts("tfoot td"));
        Assert.Contains("Σ keys", figure.Texts("svg text"));
    }

    [Fact]
    public void Sums_NotAskedFor_AreNotThere() => Assert.DoesNotContain("Σ", Dom.Of(ExampleMaps.Of(Sigmoid).Heatmap()).TextContent, StringComparison.Ordinal);

    [Fact]
    public void Sums_OfBinnedQueries_AreTheGreatestOfTheBinOverAllKeys()
    {
        AttentionMap map = ExampleMaps.Of(Examples.Random(5, 300).PointwiseAbs().ToArray());
        IElement figure = Dom.Of(map.Heatmap().WithColumnSums());
        double[] expected = [.. map[0, 0].ColumnSums().Chunk(3).Select(bin => bin.Max())];
        string[] shown = Sums(figure);
        int step = (int)Math.Ceiling((double)expected.Length / shown.Length);
        Assert.InRange(shown.Length, 5, 100);
        Assert.All(shown.Select((sum, index) => (sum, index)), cell => ShownNumber.AssertShows(expected[cell.index * step], cell.sum));
        Assert.Contains("Each sum is over all keys", figure.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_WithSums_EndsWithThem() => Assert.Matches(@"Σ keys\s+1\.25\s+1\.25\s+0\.1[23]$", ExampleMaps.Of(Sigmoid).Heatmap().WithColumnSums().ToString());

    [Fact]
    public void Choices_Together_AreBothKept()
    {
        IElement figure = Dom.Of(ExampleMaps.Softmax(3, 4, 4).Heatmap().WithColumnSums().OrderedBy(HeadOrder.Entropy));
        Assert.Equal(12, Sums(figure).Length);
        Assert.Contains("entropy", figure.TextContent, StringComparison.Ordinal);
    }

    private static string[] Sums(IElement figure) =>
        [.. figure.Texts("svg text > title").Where(title => title.Contains("sum over all keys", StringComparison.Ordinal)).Select(title => title[(title.LastIndexOf(' ') + 1)..])];
}
