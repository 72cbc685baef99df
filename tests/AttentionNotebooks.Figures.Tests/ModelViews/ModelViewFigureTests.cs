using System.Xml.Linq;
using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.ModelViews;

public sealed class ModelViewFigureTests
{
    [Theory]
    [InlineData(2, 3, 40, 30)]
    [InlineData(1, 2, 200, 150)]
    public void Images_OfAnyMap_CarryEveryWeightToHalfAStep(int layers, int heads, int keys, int queries)
    {
        AttentionMap map = Maps.Uniform(layers, heads, keys, queries);
        double greatest = map.LayerNumbers.SelectMany(layer => map.HeadNumbers.Select(head => map[layer, head].Enumerate().Max())).Max();

        IElement figure = Dom.Of(map.ModelView());

        string notice = Assert.Single(figure.Texts("p"), text => text.StartsWith("Images round weights to 64 levels", StringComparison.Ordinal));
        Assert.Contains($"from 0 to {WeightNumber.Exact(greatest)}", notice, StringComparison.Ordinal);
        string[] thumbnails = [.. figure.QuerySelectorAll("img").Select(image => image.GetAttribute("src")!)];
        foreach ((int layer, int head, int place) in map.LayerNumbers.SelectMany((layer, row) => map.HeadNumbers.Select((head, column) => (layer, head, (row * heads) + column))))
        {
            string large = figure.One($"[data-large='l{layer}h{head}'] image").GetAttribute("href")!;
            AssertCarries(map, layer, head, large, RasterBudget.Side(layers * heads), greatest);
            AssertCarries(map, layer, head, thumbnails[place], ModelViewBudget.ThumbnailCells, greatest);
        }
    }

    [Fact]
    public void EnlargedHeads_OfASmallMap_ShowEveryWeight()
    {
        AttentionMap map = Maps.Uniform(2, 2, 4, labels: ["a", "b", "c", "d"]).Region();

        IElement figure = Dom.Of(map.ModelView());

        double greatest = map.LayerNumbers.SelectMany(layer => map.HeadNumbers.Select(head => map[layer, head].Enumerate().Max())).Max();
        foreach (int layer in map.LayerNumbers)
        {
            foreach (int head in map.HeadNumbers)
            {
                IElement large = figure.One($"[data-large='l{layer}h{head}'] svg");
                Assert.Contains($"layer {layer}, head {head}", large.Texts("text"));
                string[] titles = large.Texts("rect > title");
                Assert.Equal(16, titles.Length);
                double[] opacities = [.. large.QuerySelectorAll("rect[fill-opacity]").Select(rect => double.Parse(rect.GetAttribute("fill-opacity")!, System.Globalization.CultureInfo.InvariantCulture))];
                for (int cell = 0; cell < titles.Length; cell++)
                {
                    double weight = map[layer, head][cell / 4, cell % 4];
                    ShownNumber.AssertShows(weight, titles[cell].Split(": ")[1]);
                    Assert.Equal(weight / greatest * HeatmapScale.NumbersOpacity, opacities[cell], 5.001e-4);
                }
            }
        }
    }

    [Fact]
    public void Buttons_OfAPartOfAMap_NameTheHeadTheyOpen()
    {
        IElement figure = Dom.Of(Maps.Uniform(3, 4, 5).Layer(2).Head(3).ModelView());
        IElement button = figure.One("button");
        Assert.Equal("Enlarge layer 2, head 3", button.GetAttribute("aria-label"));
        Assert.True(button.HasAttribute("hidden") && button.HasAttribute("data-needs-script"));
        Assert.NotNull(figure.One($"details [data-large='{button.GetAttribute("data-enlarge")}']"));
        Assert.Equal(["layer \\ head", "3", "2"], figure.QuerySelectorAll("table")[0].Texts("th"));
    }

    [Fact]
    public void Figure_OfTheBudgetedModel_StaysBelowTwoAndAHalfMegabytes()
    {
        string[] labels = [.. Enumerable.Range(0, 128).Select(token => $"token{token}")];
        int size = System.Text.Encoding.UTF8.GetByteCount(Maps.Uniform(12, 12, 128, labels: labels).ModelView().ToHtml());
        Assert.InRange(size, 0, 2_500_000);
    }

    [Fact]
    public void Figure_OfAThousandHeads_IsThumbnailsAloneAndSaysSo()
    {
        ModelViewFigure view = Maps.Uniform(32, 32, 40).ModelView();
        IElement figure = Dom.Of(view);
        Assert.Equal(1024, figure.QuerySelectorAll("img").Length);
        Assert.Empty(figure.QuerySelectorAll("button, [data-large]"));
        Assert.Contains(figure.Texts("p"), text => text.StartsWith("Above 400 heads there are thumbnails alone", StringComparison.Ordinal));
        Assert.InRange(view.ToHtml().Length, 0, 2_500_000);
    }

    [Fact]
    public void SaveSvg_OfAMap_HoldsEveryThumbnailWithTheNumbersOfItsLayerAndHead()
    {
        AttentionMap map = Maps.Uniform(3, 2, 20).Head(1);
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.svg");
        try
        {
            map.ModelView().SaveSvg(path);

            XElement svg = XDocument.Load(path).Root!;
            string[] addresses = [.. svg.Descendants().Where(element => element.Name.LocalName == "image").Select(image => image.Attribute("href")!.Value)];
            string[] texts = [.. svg.Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value)];
            Assert.Equal(["layer \\ head", "1", "0", "1", "2"], texts.SkipWhile(text => !text.StartsWith("layer", StringComparison.Ordinal)).Take(5));
            double greatest = map.LayerNumbers.Max(layer => map[layer, 1].Enumerate().Max());
            for (int layer = 0; layer < 3; layer++)
            {
                byte[,] entries = PngLevels.Read(addresses[layer]);
                int magnification = entries.GetLength(0) / 20;
                foreach ((int key, int query, double weight) in map[layer, 1].EnumerateIndexed())
                    Assert.Equal(weight, entries[key * magnification, query * magnification] / 63.0 * greatest, greatest / 126 * (1 + 1e-9));
            }

            Assert.DoesNotContain(svg.Descendants().Attributes(), attribute => attribute.Value == "currentColor");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Notice_OfALongText_SaysThatItIsBinnedAndHowToSeeAPart()
    {
        IElement figure = Dom.Of(Maps.Uniform(1, 1, 300).ModelView());
        string notice = Assert.Single(figure.Texts("p"), text => text.StartsWith("Too large", StringComparison.Ordinal));
        Assert.Contains("greatest of 3 keys × 3 queries, 300 × 300 in all", notice, StringComparison.Ordinal);
        Assert.Contains("map.Region(keys: 0..128, queries: 0..128)", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_OfHostileTokens_HasNoElementOfTheirs()
    {
        string[] labels = Examples.HostileLabels;
        IElement figure = Dom.Of(Maps.Uniform(1, 2, labels.Length, labels: labels).ModelView());
        Assert.DoesNotContain(figure.QuerySelectorAll("script, img[src='x'], [onmouseover], [onerror]"), element => !IsOurs(element));
        Assert.Equal(2, figure.QuerySelectorAll("img").Length);
    }

    /// <summary>The script that all figures share.</summary>
    private static bool IsOurs(IElement element) => element.LocalName == "script" && !element.TextContent.Contains("alert", StringComparison.Ordinal);

    private static void AssertCarries(AttentionMap map, int layer, int head, string address, int side, double greatest)
    {
        byte[,] entries = PngLevels.Read(address);
        int keyBin = (map.Keys + side - 1) / side, queryBin = (map.Queries + side - 1) / side;
        Assert.Equal(((map.Keys + keyBin - 1) / keyBin, (map.Queries + queryBin - 1) / queryBin), (entries.GetLength(0), entries.GetLength(1)));
        for (int row = 0; row < entries.GetLength(0); row++)
        {
            for (int column = 0; column < entries.GetLength(1); column++)
            {
                int rows = Math.Min(keyBin, map.Keys - (row * keyBin)), columns = Math.Min(queryBin, map.Queries - (column * queryBin));
                double expected = map[layer, head].SubMatrix(row * keyBin, rows, column * queryBin, columns).Enumerate().Max();
                Assert.Equal(expected, entries[row, column] / 63.0 * greatest, greatest / 126 * (1 + 1e-9));
            }
        }
    }
}
