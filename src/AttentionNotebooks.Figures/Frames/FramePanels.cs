using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>One frame of a strip: its label, and each head as a panel below a line of words.</summary>
internal static class FramePanels
{
    /// <param name="frames">All frames.</param>
    /// <param name="step">Which of the maps this one shows.</param>
    /// <param name="number">Where the slider stands for this frame.</param>
    /// <param name="label">What the frame is called.</param>
    /// <param name="words">A line a head.</param>
    /// <param name="marks">What is drawn over the cells of each head.</param>
    internal static XElement Draw(MapFrames frames, int step, int number, string label, IReadOnlyList<string> words, params object?[] marks) =>
        Html.Element(
            "div",
            FrameControls.Frame(number, label),
            Html.Attribute("style", "display:inline-block;vertical-align:top;padding:0 1em 1em 0"),
            Html.Element("div", Html.Element("strong", label)),
            Panels(frames, step, label, caption => caption, marks).Zip(words, (panel, told) =>
                Html.Element("div", Html.Attribute("style", "display:inline-block;vertical-align:top"), Words(frames, told), panel)));

    /// <summary>The heads alone.</summary>
    /// <param name="frames">All frames.</param>
    /// <param name="step">Which of the maps is shown.</param>
    /// <param name="label">What the frame is called.</param>
    /// <param name="caption">What stands above a head, from its own caption.</param>
    /// <param name="marks">What is drawn over the cells of each head.</param>
    internal static XElement[] Panels(MapFrames frames, int step, string label, Func<string, string> caption, params object?[] marks)
    {
        HeatmapData cells = frames.Cells(step);
        (double width, double height) = frames.Size(step);
        return [.. cells.Panels.Select(Panel)];

        XElement Panel(HeatmapPanelData panel) => SvgDrawing.Of(
            "img",
            width,
            height,
            HeatmapLayout.FontSize,
            Html.Attribute("aria-label", $"Attention weights of {panel.Caption}, {label}"),
            Html.Svg("text", Html.Attribute("x", SvgNumber.Round(frames.Layout.Left)), Html.Attribute("y", 13), caption(panel.Caption)),
            HeatmapAxes.Draw(frames.Axes(step), frames.Layout),
            Html.Svg("g", Html.Attribute("transform", SvgNumber.Translate(frames.Layout.Left, frames.Layout.Top)), Cells(frames, cells, panel), marks));
    }

    private static XElement Words(MapFrames frames, string told) =>
        Html.Element("div", Html.Attribute("style", FormattableString.Invariant($"max-width:{frames.Layout.Width}px")), Html.Element("small", told));

    private static IEnumerable<XElement> Cells(MapFrames frames, HeatmapData cells, HeatmapPanelData panel) =>
        frames.IsRaster ? [HeatmapRaster.Draw(panel.Cells, frames.Layout, frames.Scale)] : HeatmapCells.Draw(cells, panel, frames.Layout, frames.Scale);
}
