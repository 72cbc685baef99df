using System.Globalization;
using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests.Films;

public sealed class FilmFigureTests
{
    [Fact]
    public void Frames_OfAFilm_ShowEveryWeightOnOneScale()
    {
        AttentionFilm film = Film(frames: 3, heads: 2);
        IElement[] frames = Frames(Dom.Of(film));

        double greatest = film.Frames.Max(frame => frame.Map.HeadNumbers.Max(head => frame.Map[0, head].Enumerate().Max()));
        Assert.Equal(film.Frames.Count, frames.Length);
        foreach ((AttentionFrame frame, IElement drawn) in film.Frames.Zip(frames))
        {
            IElement[] panels = [.. drawn.QuerySelectorAll("svg")];
            for (int head = 0; head < 2; head++) AssertPanel(frame.Map, head, panels[head], greatest);
        }
    }

    [Fact]
    public void Frames_OfAFilm_TellTheirStepAndTheEntropyOfEachHead()
    {
        AttentionFilm film = Film(frames: 3, heads: 2);
        IElement[] frames = Frames(Dom.Of(film));

        Assert.Equal(["step 0, loss 2", "step 1,000, loss 1", "step 2,000, loss 0.6667"], frames.Select(frame => frame.GetAttribute("data-frame-label")));
        foreach ((AttentionFrame frame, IElement drawn) in film.Frames.Zip(frames))
        {
            string[] told = drawn.Texts("small");
            for (int head = 0; head < 2; head++)
                ShownNumber.AssertShows(frame.Map.Statistics()[0, head].Entropy!.Value, told[head].Split(' ')[1]);
        }
    }

    [Fact]
    public void Slider_OfAFilm_BeginsWithAllFramesAndHasAPlaceForEach()
    {
        IElement body = Dom.Of(Film(frames: 3, heads: 1));
        IElement slider = body.One("input[data-frames]");
        Assert.Equal(("all frames", "0", "3"), (slider.GetAttribute("data-frames"), slider.GetAttribute("value"), slider.GetAttribute("max")));
        Assert.Equal(["1", "2", "3"], Frames(body).Select(frame => frame.GetAttribute("data-frame")));
        Assert.True(slider.ParentElement!.HasAttribute("hidden"));
        Assert.Equal("all frames", body.One("output").TextContent);
    }

    [Fact]
    public void Limit_OfALongFilm_SpreadsTheFramesEvenlyAndSaysSo()
    {
        FilmFigure figure = Film(frames: 50, heads: 1).Figure();
        IElement body = Dom.Of(figure);

        Assert.Equal(24, Frames(body).Length);
        Assert.StartsWith("step 0,", Frames(body)[0].GetAttribute("data-frame-label"), StringComparison.Ordinal);
        Assert.StartsWith("step 49,000,", Frames(body)[^1].GetAttribute("data-frame-label"), StringComparison.Ordinal);
        Assert.Contains("24 of 50 steps are drawn; Limit(50) draws them all.", body.Texts("small"));
        Assert.Equal(50, Frames(Dom.Of(figure.Limit(50))).Length);
        Assert.Throws<ArgumentOutOfRangeException>("frames", () => figure.Limit(1));
    }

    [Fact]
    public void Images_OfALargeFilm_CarryEveryWeightToHalfAStep()
    {
        AttentionMap[] maps = [Maps.Uniform(1, 1, 30, seed: 1), Maps.Uniform(1, 1, 30, seed: 2)];
        IElement[] frames = Frames(Dom.Of(new AttentionFilm([new(0, maps[0]), new(1, maps[1])])));

        double greatest = maps.Max(map => map[0, 0].Enumerate().Max());
        foreach ((AttentionMap map, IElement frame) in maps.Zip(frames))
        {
            byte[,] entries = PngLevels.Read(frame.One("image").GetAttribute("href")!);
            int magnification = entries.GetLength(0) / 30;
            foreach ((int key, int query, double weight) in map[0, 0].EnumerateIndexed())
                Assert.Equal(weight, entries[key * magnification, query * magnification] / 63.0 * greatest, greatest / 126 * (1 + 1e-9));
        }
    }

    [Fact]
    public void Cells_OfNegativeWeights_HaveTheOtherColour()
    {
        AttentionMap map = AttentionMap.Of(Matrix<double>.Build.DenseOfArray(new[,] { { 1, -0.5 }, { 0, 1.5 } }));
        IElement frame = Assert.Single(Frames(Dom.Of(new AttentionFilm([new(0, map)]))));
        Assert.Equal([false, true, false, false], frame.QuerySelectorAll("rect[fill-opacity]").Select(cell => cell.GetAttribute("fill") == HeatmapScale.NegativeFill));
    }

    [Fact]
    public void Html_OfALongFilmOfManyHeads_StaysSmall() =>
        Assert.InRange(new AttentionFilm([.. Enumerable.Range(0, 60).Select(step => new AttentionFrame(step, Maps.Uniform(1, 12, 64, seed: step)))]).Figure().Limit(60).ToHtml().Length, 1, 2_500_000);

    [Fact]
    public void Text_OfAFilm_TellsEachStepAndHead()
    {
        AttentionFilm film = Film(frames: 2, heads: 2);
        string[] lines = film.ToString().Split(Environment.NewLine);
        Assert.Equal(1 + (2 * 3), lines.Length);
        Assert.Equal("step 0, loss 2", lines[1]);
        Matrix<double> weights = film.Frames[1].Map[0, 1];
        (int key, int query, double weight) = weights.EnumerateIndexed().MaxBy(entry => entry.Item3);
        Assert.StartsWith("  head 1: entropy ", lines[6], StringComparison.Ordinal);
        Assert.Contains($"strongest key {Traces.Words[key]} → query {Traces.Words[query]}: ", lines[6], StringComparison.Ordinal);
        ShownNumber.AssertShows(weight, lines[6].Split(' ')[^1]);
    }

    [Fact]
    public void Csv_InAnotherCulture_HoldsEveryWeightOfEveryFrame()
    {
        AttentionFilm film = Film(frames: 2, heads: 2);
        string[] lines = SavedFile.Lines(path => GermanCulture.Run(() =>
        {
            film.SaveCsv(path);
            return 0;
        }));
        Assert.Equal("step,loss,layer,head,key,query,key token,query token,weight", lines[0]);
        Assert.Equal(1 + (2 * 2 * 36) + 1, lines.Length);
        Assert.Equal(FormattableString.Invariant($"1000,1,0,1,5,5,bank,bank,{film.Frames[1].Map[0, 1][5, 5]:R}"), lines[^2]);
    }

    [Fact]
    public void Svg_Saved_HoldsEveryFrameAndNoColourOfTheHost()
    {
        string svg = string.Concat(SavedFile.Lines(Film(frames: 3, heads: 2).Figure().SaveSvg));
        Assert.Contains("step 2,000, loss 0.6667, head 1", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("currentColor", svg, StringComparison.Ordinal);
    }

    private static IElement[] Frames(IElement body) => [.. body.QuerySelectorAll("[data-frame]")];

    private static void AssertPanel(AttentionMap map, int head, IElement panel, double greatest)
    {
        IElement[] cells = [.. panel.QuerySelectorAll("rect[fill-opacity]")];
        Assert.Equal(map.Keys * map.Queries, cells.Length);
        for (int cell = 0; cell < cells.Length; cell++)
        {
            (int key, int query) = (cell / map.Queries, cell % map.Queries);
            string[] title = cells[cell].TextContent.Split(": ");
            Assert.Equal($"key {map.KeyLabels![key]} → query {map.QueryLabels![query]}", title[0]);
            Assert.Equal(map[0, head][key, query], ShownNumber.Parse(title[1]).Value, 1e-4);
            double opacity = double.Parse(cells[cell].GetAttribute("fill-opacity")!, CultureInfo.InvariantCulture);
            Assert.Equal(map[0, head][key, query] / greatest * HeatmapScale.NumbersOpacity, opacity, 2e-3);
        }
    }

    private static AttentionFilm Film(int frames, int heads) => new(
        [.. Enumerable.Range(0, frames).Select(frame => new AttentionFrame(1000 * frame, Maps.Uniform(1, heads, 6, labels: Traces.Words, seed: frame + 1), 2.0 / (frame + 1)))]);
}
