using System.Text;
using System.Xml.Linq;
using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.HeadViews;

public sealed class HeadViewFigureTests
{
    private static readonly string[] German = ["der", "Fluss", "ist", "breit"];
    private static readonly string[] English = ["the", "river", "is", "very", "wide"];

    [Fact]
    public void Lines_CrossAttention_CarryEveryVisibleWeight()
    {
        AttentionMap map = ExampleMaps.Softmax(3, 4, 5, German, English);
        DrawnLine[] lines = DrawnLine.All(Dom.Of(map.HeadView()));
        double strongest = Strongest(map);
        int visible = 0;
        foreach ((int head, int key, int query) in Cells(map))
        {
            double weight = map[0, head][key, query];
            DrawnLine[] found = [.. lines.Where(line => line.Head == head && line.Key == German[key] && line.Query == English[query])];
            if (weight < HeadViewLines.WeakestShare * strongest)
            {
                Assert.Empty(found);
                continue;
            }

            visible++;
            DrawnLine line = Assert.Single(found);
            line.AssertShows(weight, strongest);
            Assert.Equal($"head {head}: query {English[query]} → key {German[key]}: {line.Mark}", line.Tooltip);
        }

        Assert.Equal(visible, lines.Length);
        Assert.InRange(visible, 20, 59);
    }

    [Fact]
    public void Tooltips_TokensThatAreAlike_AreToldByTheirPosition()
    {
        DrawnLine[] lines = DrawnLine.All(Dom.Of(ExampleMaps.Softmax(1, 3, 3, ["the", "cat", "the"], ["the", "cat", "the"]).HeadView()));
        Assert.Equal(lines.Length, lines.Select(line => line.Tooltip).Distinct().Count());
        Assert.Contains(lines, line => line.Tooltip!.StartsWith("head 0: query 2 the → key cat: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Tooltip!.StartsWith("head 0: query cat → key 0 the: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_Ends_AreAtTheHeightOfTheirTokens()
    {
        IElement figure = Dom.Of(ExampleMaps.Softmax(1, 4, 5, German, English).HeadView());
        Dictionary<string, double> heights = figure.QuerySelectorAll("[data-select]").ToDictionary(token => token.TextContent, token => double.Parse(token.GetAttribute("y")!));
        double[] shifts = [.. DrawnLine.All(figure).SelectMany(line => new[] { heights[line.Query] - line.FromY, heights[line.Key] - line.ToY })];
        Assert.All(shifts, shift => Assert.Equal(shifts[0], shift, 6));
    }

    [Fact]
    public void Sides_QueriesLeftKeysRight_AreNamed()
    {
        IElement figure = Dom.Of(ExampleMaps.Softmax(2, 4, 5, German, English).HeadView());
        Assert.Equal(English, figure.One("[aria-label=Queries]").Texts("[data-select]"));
        Assert.Equal(German, figure.One("[aria-label=Keys]").Texts("[data-select]"));
        Assert.True(X("[aria-label=Queries]") < X("[aria-label=Keys]"));
        Assert.Contains("query asks", figure.TextContent, StringComparison.Ordinal);

        double X(string side) => double.Parse(figure.QuerySelector($"{side} [data-select]")!.GetAttribute("x")!);
    }

    [Fact]
    public void Heads_OfAPart_KeepTheirNumberAndTheirLook()
    {
        AttentionMap map = ExampleMaps.Softmax(5, 3, 3, layers: 2);
        IElement all = Dom.Of(map.HeadView(layer: 1)), one = Dom.Of(map.Head(3).HeadView(layer: 1));
        Assert.Equal(["head 3"], one.Texts("[data-toggle]").Select(text => text.Trim()));
        Assert.Equal(all.One("g[data-part=head-3]").GetAttribute("stroke"), one.One("g[data-part]").GetAttribute("stroke"));
        Assert.Contains("layer 1: head 3", one.One("[data-attention-figure]").GetAttribute("aria-label"), StringComparison.Ordinal);
        double strongest = map[1, 3].Enumerate().Max();
        Assert.All(DrawnLine.All(one), line => line.AssertShows(map[1, 3][int.Parse(line.Key), int.Parse(line.Query)], strongest));
    }

    [Fact]
    public void Heads_UpToAHundred_AreToldApartByColourDashAndNumber()
    {
        IElement figure = Dom.Of(ExampleMaps.Softmax(100, 2, 2).HeadView());
        IElement[] heads = [.. figure.QuerySelectorAll("g[data-mark-name]")];
        Assert.Equal(Enumerable.Range(0, 100).Select(head => $"head {head}"), figure.Texts("[data-toggle]").Select(text => text.Trim()));
        for (int head = 1; head < heads.Length; head++)
        {
            Assert.NotEqual(heads[head - 1].GetAttribute("stroke"), heads[head].GetAttribute("stroke"));
            Assert.NotEqual(heads[head - 1].GetAttribute("stroke-dasharray"), heads[head].GetAttribute("stroke-dasharray"));
        }
    }

    [Fact]
    public void Figure_TwelveHeadsOfSixtyFourTokens_KeepsItsBudgetAndSaysSo()
    {
        AttentionMap map = ExampleMaps.Softmax(12, 64, 64);
        HeadViewFigure figure = map.HeadView();
        Assert.InRange(Encoding.UTF8.GetByteCount(figure.ToHtml()), 1, 150_000);
        IElement dom = Dom.Of(figure);
        DrawnLine[] lines = DrawnLine.All(dom);
        Assert.Equal(HeadViewLines.Greatest, lines.Length);
        Assert.Contains("1,100 of 49,152 weights are drawn", dom.TextContent, StringComparison.Ordinal);
        Assert.All(lines, line => line.AssertShows(map[0, line.Head][int.Parse(line.Key), int.Parse(line.Query)], Strongest(map)));
        Assert.Equal(12 * 64, lines.Select(line => (line.Head, line.Query)).Distinct().Count());
    }

    [Fact]
    public void Lines_LongSequence_AreTheGreatestOfTheirBin()
    {
        AttentionMap map = ExampleMaps.Softmax(1, 300, 300);
        IElement dom = Dom.Of(map.HeadView());
        Assert.Contains("the greatest weight of up to 3 keys × 3 queries", dom.TextContent, StringComparison.Ordinal);
        Assert.All(DrawnLine.All(dom), line =>
        {
            (int key, int query) = (int.Parse(line.Key), int.Parse(line.Query));
            line.AssertShows(map[0, 0].SubMatrix(key, 3, query, 3).Enumerate().Max(), Strongest(map));
        });
    }

    [Fact]
    public void Figure_WithoutScript_ShowsALegendAndNoDeadControl()
    {
        IElement dom = Dom.Of(ExampleMaps.Softmax(3, 4, 4).HeadView());
        Assert.All(dom.QuerySelectorAll("button"), button => Assert.NotNull(button.Closest("[data-needs-script][hidden]")));
        Assert.Equal(["head 0", "head 1", "head 2"], dom.Texts("[data-without-script] text"));
        Assert.Empty(dom.QuerySelectorAll("[id], link, [src]"));
    }

    [Fact]
    public void Figure_MaskedInFull_SaysThatThereIsNothing()
    {
        IElement dom = Dom.Of(ExampleMaps.Of(new double[2, 2]).HeadView());
        Assert.Empty(DrawnLine.All(dom));
        Assert.Contains("No weight is above zero.", dom.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_HostileTokens_AreTextOnly()
    {
        string[] labels = Examples.HostileLabels;
        HeadViewFigure figure = ExampleMaps.Softmax(2, labels.Length, labels.Length, labels).HeadView();
        IElement dom = Dom.Of(figure);
        Assert.Single(dom.QuerySelectorAll("script"));
        Assert.Empty(dom.QuerySelectorAll("img, [onerror], [onmouseover]"));
        Assert.All(dom.QuerySelectorAll("[data-select]").Select(token => token.ChildNodes.OfType<IText>().Single().Data), text => Assert.InRange(TextWidth.Of(text), 1, TokenText.LabelLength));
        XElement.Parse(figure.ToHtml());
    }

    [Fact]
    public void Figure_OtherCulture_IsTheSame()
    {
        HeadViewFigure figure = ExampleMaps.Softmax(2, 5, 5).HeadView();
        Assert.Equal(figure.ToHtml(), GermanCulture.Run(figure.ToHtml));
        Assert.Equal(figure.ToString(), GermanCulture.Run(figure.ToString));
    }

    [Fact]
    public void Text_OfEachHead_TellsTheStrongestKeyOfEachQuery()
    {
        string text = ExampleMaps.Of(new[,] { { 0.9, 0.25 }, { 0.1, 0.75 } }).HeadView().ToString();
        Assert.Contains("  0 → 0 0.9, 1 0.1", text, StringComparison.Ordinal);
        Assert.Contains("  1 → 1 0.75, 0 0.25", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_Saved_HoldsTheSameLinesAndNoScript()
    {
        HeadViewFigure figure = ExampleMaps.Softmax(2, 4, 4).HeadView();
        string path = Path.GetTempFileName();
        try
        {
            figure.SaveSvg(path);
            XElement svg = XElement.Load(path);
            Assert.Equal(
                DrawnLine.All(Dom.Of(figure)).Select(line => line.Mark),
                svg.Descendants().Attributes("data-mark").Select(mark => mark.Value));
            Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script" || element.Attributes().Any(attribute => attribute.Value == "currentColor"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void HeadView_OfNoSuchLayer_NamesTheArgument() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ExampleMaps.Softmax(1, 2, 2).HeadView(layer: 4));

    private static double Strongest(AttentionMap map) => map.HeadNumbers.Max(head => map[0, head].Enumerate().Max());

    private static IEnumerable<(int Head, int Key, int Query)> Cells(AttentionMap map) =>
        from head in map.HeadNumbers
        from key in Enumerable.Range(0, map.Keys)
        from query in Enumerable.Range(0, map.Queries)
        select (head, key, query);
}
