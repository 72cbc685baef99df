using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests.Generations;

public sealed class GenerationFigureTests
{
    [Fact]
    public void Html_OfACausalMap_ShowsTheFirstTokensInEachFrame()
    {
        AttentionMap map = Causal();
        IElement[] frames = Frames(map.Generation());

        Assert.Equal(6, frames.Length);
        for (int step = 0; step < frames.Length; step++)
        {
            int tokens = step + 1;
            string[] titles = frames[step].Texts("rect > title");
            Assert.Equal(tokens * tokens, titles.Length);
            AssertOpacities(map, frames, frames[step]);
            for (int cell = 0; cell < titles.Length; cell++) AssertCell(map, titles[cell], key: cell / tokens, query: cell % tokens);
            Assert.Equal($"step {tokens} of 6: {Traces.Words[step]}", frames[step].GetAttribute("data-frame-label"));
            AssertTold(map[0, 0].Column(step), frames[step].One("small").TextContent);
        }
    }

    [Fact]
    public void Images_OfALongGeneration_CarryEveryWeightOfEveryFrameToHalfAStep()
    {
        AttentionMap map = Traces.Long(64, 8, AttentionMask.Causal).Map;
        double greatest = map[0, 0].Enumerate().Max();
        foreach (IElement frame in Frames(map.Generation()))
        {
            byte[,] entries = PngLevels.Read(frame.One("image").GetAttribute("href")!);
            int tokens = int.Parse(frame.GetAttribute("data-frame-label")!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
            int magnification = entries.GetLength(0) / 64;
            for (int key = 0; key < 64; key++)
            {
                for (int query = 0; query < 64; query++)
                {
                    double expected = key < tokens && query < tokens ? map[0, 0][key, query] : 0;
                    Assert.Equal(expected, entries[key * magnification, query * magnification] / 63.0 * greatest, greatest / 126 * (1 + 1e-9));
                }
            }
        }
    }

    [Fact]
    public void Frames_OfEarlySteps_KeepNoRoomForLaterTokens()
    {
        double[] heights = [.. Frames(Causal().Generation()).Select(frame => double.Parse(frame.One("svg").GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(heights.Distinct().Order(), heights);
    }

    [Fact]
    public void Limit_OfMoreFramesThanAPageHolds_DrawsWhatFitsAndSaysSo()
    {
        AttentionMap map = MultiHeadAttention.Random(8, 8, seed: 5).Trace(Traces.Input([.. Enumerable.Range(0, 40).Select(token => $"t{token}")]), mask: AttentionMask.Causal).Map;
        IElement body = Dom.Of(map.Generation().Limit(40));
        Assert.Equal(37, body.QuerySelectorAll("[data-frame]").Length);
        Assert.Contains(body.Texts("small"), text => text.StartsWith("37 of 40 steps are drawn; with so many heads a page has room for 37", StringComparison.Ordinal));
    }

    [Fact]
    public void Html_OfMapsOfGrowingSize_IsAFrameAMap()
    {
        AttentionMap[] maps = [Whole(2), Whole(3), Whole(5)];
        IElement[] frames = Frames(Generation.Of(maps));

        Assert.Equal(3, frames.Length);
        for (int step = 0; step < 3; step++)
        {
            string[] titles = frames[step].Texts("rect > title");
            for (int cell = 0; cell < titles.Length; cell++) AssertCell(maps[step], titles[cell], cell / maps[step].Queries, cell % maps[step].Queries);
            AssertTold(maps[step][0, 0].Column(maps[step].Queries - 1), frames[step].One("small").TextContent);
        }
    }

    [Fact]
    public void Html_OfAHeadOfMany_KeepsItsNumber()
    {
        AttentionMap map = MultiHeadAttention.Random(8, 4, seed: 5).Trace(Traces.Input(Traces.Words), mask: AttentionMask.Causal).Map;

        Assert.All(Frames(map.Head(3).Generation()), frame => Assert.Contains("head 3", frame.Texts("svg > text")));
        Assert.All(Frames(map.Generation()), frame => Assert.Equal(["head 0", "head 1", "head 2", "head 3"], frame.Texts("svg > text").Where(text => text.StartsWith("head"))));
    }

    [Fact]
    public void Html_OfSixtyFourTokens_IsSmallAndSaysThatStepsAreLeftOut()
    {
        AttentionMap map = Traces.Long(64, 8, AttentionMask.Causal).Map;
        GenerationFigure figure = map.Generation();
        IElement body = Dom.Of(figure);

        Assert.Equal(24, body.QuerySelectorAll("[data-frame]").Length);
        Assert.StartsWith("step 1 of 64", body.QuerySelector("[data-frame='0']")!.GetAttribute("data-frame-label"));
        Assert.StartsWith("step 64 of 64", body.QuerySelector("[data-frame='23']")!.GetAttribute("data-frame-label"));
        Assert.Contains("24 of 64 steps are drawn; Limit(64) draws them all.", body.Texts("small"));
        Assert.True(figure.ToHtml().Length < 150 * 1024, $"{figure.ToHtml().Length} characters");
        Assert.Equal(64, Frames(figure.Limit(64)).Length);
    }

    [Fact]
    public void Html_OfAFigure_HidesItsControlsFromThoseWithoutScript()
    {
        IElement body = Dom.Of(Causal().Generation());

        IElement slider = body.One("input[data-frames]");
        Assert.Equal("5", slider.GetAttribute("max"));
        Assert.True(slider.ParentElement!.HasAttribute("hidden"));
        Assert.Equal(body.QuerySelector("[data-frame='0']")!.GetAttribute("data-frame-label"), body.One("output").TextContent);
    }

    [Fact]
    public void Generation_OfAMapThatIsNotCausal_SaysWhere()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("map", () => Traces.Of(Traces.Head()).Map.Generation());

        Assert.Contains("layer 0, head 0, query 0 gives", exception.Message);
        Assert.Throws<ArgumentException>("map", () => AttentionMap.Of(Matrix<double>.Build.Dense(3, 2, 0.5)).Generation());
    }

    [Fact]
    public void Of_MapsThatDoNotGrow_SaysWhich()
    {
        AttentionMap map = Causal();

        Assert.Contains("maps[1] has 6 keys, maps[0] has 6", Assert.Throws<ArgumentException>("maps", () => Generation.Of([map, map])).Message);
        Assert.Throws<ArgumentException>("maps", () => Generation.Of([]));
        AttentionMap two = MultiHeadAttention.Random(8, 2, seed: 5).Trace(Traces.Input(Traces.Words[..2])).Map;
        Assert.Contains("layers 0 and heads 0, 1", Assert.Throws<ArgumentException>("maps", () => Generation.Of([two, map])).Message);
    }

    private static AttentionMap Whole(int tokens) => Traces.Head().Trace(Traces.Input(Traces.Words[..tokens])).Map;

    private static AttentionMap Causal() => Traces.Of(Traces.Head(), AttentionMask.Causal).Map;

    private static IElement[] Frames(GenerationFigure figure) => [.. Dom.Of(figure).QuerySelectorAll("[data-frame]")];

    /// <summary>The shades of a frame are the weights on the scale of all frames.</summary>
    private static void AssertOpacities(AttentionMap map, IElement[] frames, IElement frame)
    {
        static double[] Weights(IElement frame) => [.. frame.Texts("rect > title").Select(title => ShownNumber.Parse(title.Split(": ")[1]).Value)];
        double greatest = frames.Max(each => Weights(each).Max());
        Assert.Equal(map[0, 0].Enumerate().Max(), greatest, 1e-3);
        double[] opacities = [.. frame.QuerySelectorAll("rect[fill-opacity]").Select(rect => double.Parse(rect.GetAttribute("fill-opacity")!, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.All(Weights(frame).Zip(opacities), cell => Assert.Equal(cell.First / greatest * HeatmapScale.NumbersOpacity, cell.Second, 2e-3));
    }

    private static void AssertCell(AttentionMap map, string title, int key, int query)
    {
        string[] parts = title.Split(": ");
        Assert.Equal($"key {map.KeyLabels![key]} → query {map.QueryLabels![query]}", parts[0]);
        Assert.Equal(map[0, 0][key, query], ShownNumber.Parse(parts[1]).Value, 1e-4);
    }

    private static void AssertTold(Vector<double> weights, string told)
    {
        double[] shown = [.. told.Split(", ").Where(part => part != "…").Select(part => ShownNumber.Parse(part.Split(' ')[^1]).Value)];
        double[] expected = [.. weights.Where(weight => weight != 0).OrderDescending().Take(4)];
        Assert.Equal(expected.Length, shown.Length);
        Assert.All(expected.Zip(shown), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }
}
