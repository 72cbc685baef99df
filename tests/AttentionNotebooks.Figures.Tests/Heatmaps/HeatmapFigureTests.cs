using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using static AttentionNotebooks.Figures.Tests.Samples;

namespace AttentionNotebooks.Figures.Tests.Heatmaps;

public sealed class HeatmapFigureTests
{
    private static readonly string[] Keys = ["k0", "k1", "k2"];
    private static readonly string[] Queries = ["q0", "q1", "q2", "q3", "q4"];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(2, 3)]
    public void Cell_OfEveryPanel_CarriesItsWeightInTooltipNumberAndOpacity(int layers, int heads)
    {
        AttentionMap map = Map(layers, heads, 3, 5, Keys, Queries);
        double greatest = map.LayerNumbers.SelectMany(layer => map.HeadNumbers.Select(head => map[layer, head].Enumerate().Max())).Max();
        IElement[] panels = Panels(Parse(map));
        Assert.Equal(layers * heads, panels.Length);
        for (int panel = 0; panel < panels.Length; panel++)
        {
            IElement[] cells = [.. panels[panel].QuerySelectorAll("rect").Where(rect => rect.QuerySelector("title") is not null)];
            string[] numbers = [.. panels[panel].QuerySelectorAll("g[pointer-events] text").Select(text => text.TextContent)];
            double ceiling = numbers.Length > 0 ? HeatmapScale.NumbersOpacity : 1;
            Assert.Equal(15, cells.Length);
            for (int index = 0; index < cells.Length; index++)
            {
                Match title = Regex.Match(cells[index].QuerySelector("title")!.TextContent, @"^key k(\d) → query q(\d): (.+)$");
                int key = int.Parse(title.Groups[1].Value), query = int.Parse(title.Groups[2].Value);
                double weight = map[panel / heads, panel % heads][key, query];
                Assert.Equal(weight, Number(title.Groups[3].Value), weight * 5e-4);
                Assert.Equal(ceiling * weight / greatest, Number(cells[index].GetAttribute("fill-opacity")!), 5.001e-4);
                Assert.Equal((key, query), Place(cells[index]));
                if (numbers.Length > 0) Assert.Equal(weight, Number(numbers[index]), 0.00501);
            }
        }
    }

    [Fact]
    public void Axes_OfAnOblongMap_NameKeysDownAndQueriesAcross()
    {
        IElement panel = Panels(Parse(Map(1, 1, 3, 5, Keys, Queries)))[0];
        Assert.Equal(Keys, Labels("k"));
        Assert.Equal(Queries, Labels("q"));
        Assert.True(Increases(Keys, "y"));
        Assert.True(Increases(Queries, "x"));

        string[] Labels(string prefix) => [.. panel.QuerySelectorAll("text").Select(text => text.TextContent).Where(text => Regex.IsMatch(text, $@"^{prefix}\d$"))];
        bool Increases(string[] labels, string axis)
        {
            double[] places = [.. labels.Select(label => Number(panel.QuerySelectorAll("text").First(text => text.TextContent == label).GetAttribute(axis)!))];
            return places.Zip(places.Skip(1)).All(pair => pair.First < pair.Second);
        }
    }

    [Fact]
    public void Caption_OfASelectedHead_KeepsItsNumber()
    {
        AttentionMap map = Map(3, 5, 2, 2);
        Assert.Equal(["head 3"], Captions(map.Layer(0).Head(3)));
        Assert.Equal(["layer 0, head 3", "layer 1, head 3", "layer 2, head 3"], Captions(map.Head(3)));
        Assert.Equal(["layer 2, head 4"], Captions(map.Layer(2).Head(4)));

        static string[] Captions(AttentionMap part) => [.. Parse(part).QuerySelectorAll("text[font-weight]").Select(text => text.TextContent)];
    }

    [Fact]
    public void Scale_OfSeveralHeads_EndsAtTheGreatestWeightOfAll()
    {
        AttentionMap map = Map(1, 4, 3, 5);
        double greatest = map.HeadNumbers.Max(head => map[0, head].Enumerate().Max());
        string[] ticks = [.. Parse(map).QuerySelectorAll("svg")[0].QuerySelectorAll("g[text-anchor] text").Select(text => text.TextContent)];
        Assert.Equal("0", ticks[0]);
        Assert.Equal(greatest, Number(ticks[^1]), greatest * 5e-4);
    }

    [Fact]
    public void Table_OfASmallFigure_HoldsEveryWeight()
    {
        AttentionMap map = Map(1, 2, 3, 5, Keys, Queries);
        IElement[] tables = [.. Parse(map).QuerySelectorAll("details table")];
        for (int head = 0; head < 2; head++)
        {
            for (int key = 0; key < 3; key++)
            {
                string[] cells = [.. tables[head].QuerySelectorAll("tbody tr")[key].QuerySelectorAll("td").Select(cell => cell.TextContent)];
                Assert.Equal(5, cells.Length);
                for (int query = 0; query < 5; query++) Assert.Equal(map[0, head][key, query], Number(cells[query]), map[0, head][key, query] * 5e-4);
            }
        }
    }

    [Fact]
    public void Table_OfALargeFigure_TellsTheStrongestAndSaysSo()
    {
        AttentionMap map = Map(1, 2, 40, 40);
        IDocument document = Parse(map);
        IElement[] rows = [.. document.QuerySelectorAll("details tbody tr")];
        double[] weights = [.. map.HeadNumbers.SelectMany(head => map[0, head].Enumerate()).OrderDescending().Take(50)];
        Assert.Equal("The 50 strongest of 3,200 weights as a table", document.QuerySelector("summary")!.TextContent);
        Assert.Equal(50, rows.Length);
        for (int row = 0; row < 50; row++)
        {
            string[] cells = [.. rows[row].QuerySelectorAll("td").Select(cell => cell.TextContent)];
            double told = map[0, int.Parse(cells[0]["head ".Length..])][int.Parse(cells[1]), int.Parse(cells[2])];
            Assert.Equal(weights[row], told);
            Assert.Equal(told, Number(cells[3]), told * 5e-4);
        }
    }

    [Fact]
    public void Html_WithHostileTokens_ShowsThemAsTextOnly()
    {
        IDocument document = Parse(Map(1, 1, HostileTokens.Length, HostileTokens.Length, HostileTokens));
        Assert.Empty(document.QuerySelectorAll("script, img, [onerror]"));
        string[] texts = [.. document.QuerySelectorAll("text title").Select(title => title.TextContent)];
        Assert.Contains("<script>alert(1)</script>", texts);
        Assert.Contains("\"><img src=x onerror=alert(1)>", texts);
        Assert.DoesNotContain(document.DocumentElement.TextContent, character => character is '\0' or '\u202E');
        Assert.All(document.QuerySelectorAll("text"), text => Assert.True(text.ChildNodes.OfType<IText>().Sum(node => node.Text.Length) < 100));
    }

    [Fact]
    public void Html_OfHostileTokens_StaysSmall() =>
        Assert.True(Map(1, 12, HostileTokens.Length, HostileTokens.Length, HostileTokens).ToHtml().Length < 300_000);

    [Fact]
    public void Html_OfTwelveHeadsOf64Tokens_KeepsTheBudgetAndSaysWhatIsMissing()
    {
        string html = Map(1, 12, 64, 64, Names("token", 64)).ToHtml();
        Assert.True(html.Length <= 150_000, $"{html.Length} characters");
        Assert.Contains("map.Head(k) shows one head in full", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OfAHundredHeads_HasAPanelForEach() => Assert.Equal(100, Panels(Parse(Map(1, 100, 3, 3))).Length);

    [Fact]
    public void Html_OfNothingButZeros_IsPale()
    {
        AttentionMap map = AttentionMap.Of(MathNet.Numerics.LinearAlgebra.Matrix<float>.Build.Dense(2, 2));
        Assert.All(Panels(Parse(map))[0].QuerySelectorAll("rect[fill-opacity]"), cell => Assert.Equal("0", cell.GetAttribute("fill-opacity")));
        Assert.DoesNotContain("NaN", map.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_HasNoIdsThatCouldClash() => Assert.DoesNotContain(" id=", Map(1, 4, 3, 3).ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void SaveSvg_WritesOneDocumentWithAllPanelsAndColoursOfItsOwn()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.svg");
        try
        {
            Map(1, 4, HostileTokens.Length, HostileTokens.Length, HostileTokens).Heatmap().SaveSvg(path);
            XElement svg = XDocument.Load(path).Root!;
            Assert.Equal("{http://www.w3.org/2000/svg}svg", svg.Name);
            Assert.Equal(5, svg.Elements("{http://www.w3.org/2000/svg}svg").Count());
            Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), attribute => attribute.Value == "currentColor");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (int Key, int Query) Place(IElement cell)
    {
        IElement[] cells = [.. cell.ParentElement!.Children];
        double[] rows = [.. cells.Select(other => Number(other.GetAttribute("y")!)).Distinct().Order()];
        double[] columns = [.. cells.Select(other => Number(other.GetAttribute("x")!)).Distinct().Order()];
        return (Array.IndexOf(rows, Number(cell.GetAttribute("y")!)), Array.IndexOf(columns, Number(cell.GetAttribute("x")!)));
    }
}
