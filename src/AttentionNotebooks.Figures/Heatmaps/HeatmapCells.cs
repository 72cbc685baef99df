using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The cells of a panel one by one, each with its weight as a tooltip and, where there is room, as a number.</summary>
internal static class HeatmapCells
{
    internal static IEnumerable<XElement> Draw(HeatmapData data, HeatmapPanelData panel, HeatmapLayout layout, HeatmapScale scale)
    {
        yield return Html.Svg("g", Html.Attribute("fill", scale.PositiveFill), ForEach(data, (key, query) => Cell(data, panel, layout, scale, key, query)));
        if (!layout.HasNumbers) yield break;
        yield return Html.Svg(
            "g",
            Html.Attribute("text-anchor", "middle"),
            Html.Attribute("font-size", Math.Min(HeatmapLayout.FontSize, layout.Cell * 0.36)),
            Html.Attribute("pointer-events", "none"),
            ForEach(data, (key, query) => Number(panel, layout, scale, key, query)));
    }

    private static IEnumerable<XElement> ForEach(HeatmapData data, Func<int, int, XElement> draw) =>
        from key in Enumerable.Range(0, data.Keys.Length)
        from query in Enumerable.Range(0, data.Queries.Length)
        select draw(key, query);

    private static XElement Cell(HeatmapData data, HeatmapPanelData panel, HeatmapLayout layout, HeatmapScale scale, int key, int query)
    {
        double weight = panel.Cells[key, query];
        double size = layout.Cell >= 12 ? layout.Cell - 1 : layout.Cell;
        return Html.Svg(
            "rect",
            Html.Attribute("x", query * layout.Cell),
            Html.Attribute("y", key * layout.Cell),
            Html.Attribute("width", size),
            Html.Attribute("height", size),
            weight < 0 ? Html.Attribute("fill", HeatmapScale.NegativeFill) : null,
            Html.Attribute("fill-opacity", scale.Opacity(weight)),
            Html.Svg("title", data.Describe(key, query, weight)));
    }

    private static XElement Number(HeatmapPanelData panel, HeatmapLayout layout, HeatmapScale scale, int key, int query) =>
        Html.Svg(
            "text",
            Html.Attribute("x", (query + 0.5) * layout.Cell),
            Html.Attribute("y", SvgNumber.Round(((key + 0.5) * layout.Cell) + 3.5)),
            WeightNumber.Short(panel.Cells[key, query], scale.Greatest));
}
