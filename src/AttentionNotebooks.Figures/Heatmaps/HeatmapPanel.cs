using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>One head as an SVG of its own: caption, axes and cells.</summary>
internal sealed class HeatmapPanel(HeatmapData data, HeatmapLayout layout, HeatmapScale scale, bool hasSums = false)
{
    /// <summary>More cells than this in a figure become one small image a panel, without tooltips.</summary>
    internal const int GreatestTitledCells = 4096;

    internal static bool IsRaster(HeatmapData data) => data.CellCount > data.GreatestTitled;

    internal XElement Draw(HeatmapPanelData panel)
    {
        (int key, int query, double weight) = panel.Strongest;
        return SvgDrawing.Of(
            "img",
            layout.Width,
            layout.Height,
            HeatmapLayout.FontSize,
            Html.Svg("title", $"Attention {data.Noun} of {panel.Caption}"),
            Html.Svg(
                "desc",
                $"{data.Keys.Tokens} keys in rows, {data.Queries.Tokens} queries in columns. Strongest: {data.Describe(key, query, weight)}."),
            Caption(panel),
            panel.Note.Length == 0 ? null : Note(panel),
            HeatmapAxes.Draw(data, layout),
            Html.Svg("g", Html.Attribute("transform", SvgNumber.Translate(layout.Left, layout.Top)), Frame(), Cells(panel), hasSums ? HeatmapSums.Draw(data, panel, layout) : null));
    }

    private XElement Caption(HeatmapPanelData panel) =>
        Html.Svg(
            "text",
            Html.Attribute("x", SvgNumber.Round(layout.Left)),
            Html.Attribute("y", 13),
            Html.Attribute("font-size", HeatmapLayout.FontSize + 1),
            Html.Attribute("font-weight", "600"),
            panel.Caption);

    private XElement Note(HeatmapPanelData panel) =>
        Html.Svg("text", Html.Attribute("x", SvgNumber.Round(layout.Left)), Html.Attribute("y", 13 + layout.NoteHeight), panel.Note);

    private XElement Frame() =>
        Html.Svg(
            "rect",
            Html.Attribute("width", layout.PlotWidth),
            Html.Attribute("height", layout.PlotHeight),
            Html.Attribute("fill", "none"),
            Html.Attribute("stroke", "currentColor"),
            Html.Attribute("stroke-opacity", 0.35));

    private IEnumerable<XElement> Cells(HeatmapPanelData panel) =>
        IsRaster(data) ? [HeatmapRaster.Draw(panel.Cells, layout, scale)] : HeatmapCells.Draw(data, panel, layout, scale);
}
