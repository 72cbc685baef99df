using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Differences;

public sealed class DifferenceFigureTests
{
    private static readonly string[] Labels = ["a", "b", "c"];

    [Fact]
    public void Cells_OfADifference_ShowEveryChangeWithItsSignAndSide()
    {
        AttentionDifference difference = Maps.Uniform(1, 2, 3, labels: Labels).Minus(Maps.Uniform(1, 2, 3, labels: Labels, seed: 2));

        IElement figure = Dom.Of(difference);

        double greatest = Enumerable.Range(0, 2).Max(head => difference[0, head].Enumerate().Max(Math.Abs));
        IElement[] panels = [.. figure.QuerySelectorAll("[role=group] > svg")];
        for (int head = 0; head < 2; head++)
        {
            IElement[] cells = [.. panels[head].QuerySelectorAll("rect").Where(rect => rect.QuerySelector("title") is not null)];
            Assert.Equal(9, cells.Length);
            for (int cell = 0; cell < 9; cell++)
            {
                double change = difference[0, head][cell / 3, cell % 3];
                ShownNumber.AssertShows(change, cells[cell].One("title").TextContent.Split(": ")[1]);
                Assert.Equal(change < 0 ? "#cd5a00" : null, cells[cell].GetAttribute("fill"));
                double opacity = double.Parse(cells[cell].GetAttribute("fill-opacity")!, System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal(Math.Abs(change) / greatest * DivergingScale.StrongestOpacity, opacity, 5.001e-4);
            }
        }

        Assert.Contains("change", figure.Texts("text"));
    }

    [Fact]
    public void Image_OfALargeDifference_CarriesEveryChangeToHalfAStep()
    {
        AttentionDifference difference = Maps.Uniform(1, 1, 80).Minus(Maps.Uniform(1, 1, 80, seed: 2));
        double greatest = difference[0, 0].Enumerate().Max(Math.Abs);

        byte[,] entries = PngLevels.Read(Dom.Of(difference.Figure()).One("image").GetAttribute("href")!);

        int magnification = entries.GetLength(0) / 80;
        foreach ((int key, int query, double change) in difference[0, 0].EnumerateIndexed())
        {
            int entry = entries[key * magnification, query * magnification];
            Assert.Equal(change, (entry < 64 ? entry : 63 - entry) / 63.0 * greatest, greatest / 126 * (1 + 1e-9));
        }
    }

    [Fact]
    public void Images_OfManyLargeHeads_CarryEveryChangeToHalfAStepOfTheLevelsThatTheNoticeTells()
    {
        AttentionDifference difference = Maps.Uniform(1, 95, 128).Minus(Maps.Uniform(1, 95, 128, seed: 2));
        double greatest = Enumerable.Range(0, 95).Max(head => difference[0, head].Enumerate().Max(Math.Abs));

        IElement figure = Dom.Of(difference.Figure());

        Assert.Contains(figure.Texts("p"), text => text.Contains("colours have 10 levels", StringComparison.Ordinal));
        IElement[] images = [.. figure.QuerySelectorAll("image")];
        Assert.Equal(95, images.Length);
        double worst = 0;
        for (int head = 0; head < images.Length; head++)
        {
            byte[,] entries = PngLevels.Read(images[head].GetAttribute("href")!);
            int magnification = entries.GetLength(0) / 128;
            foreach ((int key, int query, double change) in difference[0, head].EnumerateIndexed())
            {
                int entry = entries[key * magnification, query * magnification];
                worst = Math.Max(worst, Math.Abs(change - ((entry < 10 ? entry : 9 - entry) / 9.0 * greatest)));
            }
        }

        Assert.InRange(worst, 0, greatest / 18 * (1 + 1e-9));
    }

    [Fact]
    public void Figure_OfTwoHeadsOfTwoSentences_NamesTheHeadsAndTheLabelsItShows()
    {
        AttentionMap first = Maps.Uniform(1, 4, 3, labels: Labels), second = Maps.Uniform(1, 4, 3, labels: ["x", "y", "z"]);
        DifferenceFigure figure = first.Head(3).Minus(second.Head(1)).Figure();
        Assert.Contains("head 3 − head 1", Dom.Of(figure).Texts("text"));
        Assert.Contains("The labels are those of the first map; the second has others.", Dom.Of(figure).Texts("p"));
        Assert.Contains("−0.", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Heatmap_OfARolloutOrMergedMap_SaysWhatItIs()
    {
        AttentionMap map = Maps.Uniform(2, 2, 3, labels: ["a", "play", "##ing"]).MergeWords(WordPieces.WordPiece);
        IElement figure = Dom.Of(map.Rollout());
        Assert.Equal(["layer 0, rollout", "layer 1, rollout"], figure.Texts("text[font-weight]"));
        Assert.Contains("##piece continues a word", figure.Texts("p")[0], StringComparison.Ordinal);
        Assert.Contains("Abnar & Zuidema 2020", figure.Texts("p")[1], StringComparison.Ordinal);
    }
}
