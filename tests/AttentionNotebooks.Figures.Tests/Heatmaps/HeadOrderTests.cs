using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Heatmaps;

public sealed class HeadOrderTests
{
    private static readonly double[,] Self = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
    private static readonly double[,] NearlySelf = { { 0.9, 0.1, 0 }, { 0.1, 0.8, 0.1 }, { 0, 0.1, 0.9 } };
    private static readonly double[,] Everywhere = { { 1 / 3.0, 1 / 3.0, 1 / 3.0 }, { 1 / 3.0, 1 / 3.0, 1 / 3.0 }, { 1 / 3.0, 1 / 3.0, 1 / 3.0 } };
    private static readonly double[,] First = { { 1, 1, 1 }, { 0, 0, 0 }, { 0, 0, 0 } };

    [Fact]
    public void Entropy_Sharpest_ComesFirst()
    {
        string[] captions = Captions(ExampleMaps.Of(Everywhere, NearlySelf, First), HeadOrder.Entropy);
        Assert.Equal(["head 2", "entropy 0 bits", "head 1", "entropy 0.62 bits", "head 0", "entropy 1.585 bits"], captions);
    }

    [Fact]
    public void Distance_Nearest_ComesFirst()
    {
        string[] captions = Captions(ExampleMaps.Of(First, Everywhere, Self), HeadOrder.Distance);
        Assert.Equal(["head 2", "distance 0 tokens", "head 1", "distance 0.8889 tokens", "head 0", "distance 1 tokens"], captions);
    }

    [Fact]
    public void Similarity_Alike_StandSideBySide()
    {
        string[] captions = Captions(ExampleMaps.Of(Self, First, NearlySelf, Everywhere), HeadOrder.Similarity);
        Assert.Equal(["head 0", "head 2", "head 3", "head 1"], captions.Where(caption => caption.StartsWith("head", StringComparison.Ordinal)));
        Assert.Equal("cosine 0.9898 to head 0", captions[2]);
    }

    [Fact]
    public void Order_None_IsByNumberWithoutNotes() => Assert.Equal(["head 0", "head 1"], Captions(ExampleMaps.Of(Everywhere, Self), HeadOrder.Number));

    [Fact]
    public void Order_Equal_IsByNumber() =>
        Assert.Equal(["head 0", "head 1", "head 2"], Captions(ExampleMaps.Of(Self, First, Self), HeadOrder.Entropy).Where((_, index) => index % 2 == 0));

    [Fact]
    public void Order_MaskedColumns_AreLeftOut() =>
        Assert.Equal(["head 0", "entropy 1 bits"], Captions(ExampleMaps.Of(new[,] { { 0.5, 0 }, { 0.5, 0 } }), HeadOrder.Entropy));

    [Theory]
    [InlineData(HeadOrder.Entropy)]
    [InlineData(HeadOrder.Distance)]
    [InlineData(HeadOrder.Similarity)]
    public void Order_OfAHundredHeads_KeepsEachHeadWithItsWeights(HeadOrder order)
    {
        AttentionMap map = ExampleMaps.Softmax(100, 3, 3);
        IElement[] panels = [.. Dom.Of(map.Heatmap().OrderedBy(order)).QuerySelectorAll("[role=group] > svg")];
        int[] heads = [.. panels.Select(panel => int.Parse(panel.QuerySelector("text")!.TextContent["head ".Length..]))];
        Assert.Equal(Enumerable.Range(0, 100), heads.Order());
        Assert.NotEqual(Enumerable.Range(0, 100), heads);
        foreach ((IElement panel, int head) in panels.Zip(heads))
        {
            string[] shown = [.. panel.Texts("rect > title").Select(title => title[(title.LastIndexOf(' ') + 1)..])];
            Assert.All(map[0, head].Transpose().ToColumnMajorArray().Zip(shown), cell => ShownNumber.AssertShows(cell.First, cell.Second));
        }
    }

    [Fact]
    public void Order_Unknown_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => ExampleMaps.Of(Self).Heatmap().OrderedBy((HeadOrder)9));

    private static string[] Captions(AttentionMap map, HeadOrder order) =>
        Dom.Of(map.Heatmap().OrderedBy(order)).Texts("[role=group] > svg > text");
}
