using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>One step of a film: the map at this step, and how focused each head is.</summary>
/// <param name="frames">All frames.</param>
/// <param name="step">The place of this one in the film.</param>
/// <param name="frame">The frame.</param>
internal sealed class FilmFrame(MapFrames frames, int step, AttentionFrame frame)
{
    /// <summary>For example <c>step 40, loss 1.234</c>.</summary>
    internal string Label { get; } = $"step {Count.Of(frame.Step)}{(frame.Loss is { } loss ? $", loss {WeightNumber.Exact(loss)}" : "")}";

    /// <param name="number">Where the slider stands for this frame; at 0 it shows all.</param>
    internal XElement Draw(int number) => FramePanels.Draw(frames, step, number, Label, [.. Entropies()], Outline());

    /// <summary>The heads alone, each with the step in its caption.</summary>
    internal XElement[] Panels() => FramePanels.Panels(frames, step, Label, caption => $"{Label}, {caption}", Outline());

    /// <summary>A line a head: its entropy and its strongest weight.</summary>
    internal IEnumerable<string> Told()
    {
        HeatmapData data = new(frame.Map);
        return data.Panels.Zip(Entropies(), (panel, entropy) =>
            $"{panel.Caption}: {entropy}, strongest {data.Describe(panel.Strongest.Key, panel.Strongest.Query, panel.Strongest.Weight)}");
    }

    private IEnumerable<string> Entropies() =>
        from layer in frame.Map.LayerNumbers
        from head in frame.Map.HeadNumbers
        let entropy = new HeadMeasures(frame.Map[layer, head], punctuation: null).Entropy
        select entropy is { } bits ? $"entropy {WeightNumber.Exact(bits)} bits" : "attends to nothing";

    private XElement Outline() =>
        Html.Svg(
            "rect",
            Html.Attribute("width", frames.Layout.PlotWidth),
            Html.Attribute("height", frames.Layout.PlotHeight),
            Html.Attribute("fill", "none"),
            Html.Attribute("stroke", "currentColor"),
            Html.Attribute("stroke-opacity", 0.35));
}
