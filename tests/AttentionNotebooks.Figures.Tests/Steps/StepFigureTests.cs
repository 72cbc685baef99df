using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Steps;

public sealed class StepFigureTests
{
    [Fact]
    public void Html_OfATrace_ShowsTheShapesOnTheWay()
    {
        AttentionTrace<double> trace = Traces.Of(Traces.Head().With(new RotaryPositions()));
        IElement strip = Dom.Of(trace.Steps()).QuerySelector("svg")!;

        Assert.Equal("Shapes: I 8×6 → Q 4×6, K 4×6, V 4×6 → Q̂ 4×6, K̂ 4×6 → A 6×6 → A′ 6×6 → O 4×6", strip.GetAttribute("aria-label"));
        Assert.Equal(
            ["8×6", "4×6", "4×6", "4×6", "4×6", "4×6", "6×6", "6×6", "4×6"],
            strip.QuerySelectorAll("g").Select(box => box.Texts("text")[1]));
        Assert.All(strip.QuerySelectorAll("g"), AssertToScale);
    }

    [Fact]
    public void Html_OfALayerAndAToken_ShowsTheirOwnShapes()
    {
        Assert.StartsWith(
            "Shapes: I 8×6 → Q 2 × (4×6), K 2 × (4×6), V 2 × (4×6) → A′ 2 × (6×6) → heads 2 × (4×6) → stacked 8×6 → O 8×6",
            Dom.Of(Traces.Layer().Steps()).QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal(
            "Shapes: q 4×1, K 4×6 → α 6×1 → α′ 6×1, V 4×6 → b 4×1",
            Dom.Of(Traces.Of(Traces.Head()).Token(0).Steps()).QuerySelector("svg")!.GetAttribute("aria-label"));
    }

    [Fact]
    public void Html_OfATrace_IsAFrameAStepAfterAllOfThem()
    {
        IElement body = Dom.Of(Traces.Of(Traces.Head(), AttentionMask.Causal).Steps());

        IElement[] frames = [.. body.QuerySelectorAll("[data-frame]")];
        Assert.Equal(["1", "2", "3", "4", "5", "6"], frames.Select(frame => frame.GetAttribute("data-frame")));
        Assert.All(frames, frame => Assert.StartsWith(frame.GetAttribute("data-frame-label")!, frame.QuerySelector("summary")!.TextContent));
        Assert.All(frames, frame => Assert.True(frame.HasAttribute("open")));
        IElement slider = body.One("input[data-frames]");
        Assert.Equal(("6", "0", "all steps"), (slider.GetAttribute("max"), slider.GetAttribute("value"), body.One("output").TextContent));
        Assert.True(slider.ParentElement!.HasAttribute("hidden"));
    }

    private static void AssertToScale(IElement box)
    {
        int[] shape = [.. box.Texts("text")[1].Split('×').Select(int.Parse)];
        IElement rectangle = box.One("rect");
        Assert.Equal(7.0 * shape[0], ShownNumber.Parse(rectangle.GetAttribute("height")!).Value);
        Assert.Equal(7.0 * shape[1], ShownNumber.Parse(rectangle.GetAttribute("width")!).Value);
    }
}
