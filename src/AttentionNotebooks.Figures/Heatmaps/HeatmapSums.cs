using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The sum over all keys below each column of a panel.</summary>
internal static class HeatmapSums
{
    internal static XElement Draw(HeatmapData data, HeatmapPanelData panel, HeatmapLayout layout)
    {
        double y = SvgNumber.Round(layout.PlotHeight + HeatmapLayout.LabelGap);
        return Html.Svg(
            "g",
            Html.Attribute("font-size", HeatmapLayout.FontSize - 1),
            Html.Svg(
                "text",
                Html.Attribute("x", -HeatmapLayout.LabelGap),
                Html.Attribute("y", y + 9),
                Html.Attribute("text-anchor", "end"),
                Html.Attribute("font-style", "italic"),
                "Σ keys"),
            Enumerable.Range(0, data.Queries.Length).Where(query => query % layout.SumStep == 0).Select(query => Sum(data, panel, layout, query, y)));
    }

    private static XElement Sum(HeatmapData data, HeatmapPanelData panel, HeatmapLayout layout, int query, double y)
    {
        double x = SvgNumber.Round((query + 0.5) * layout.Cell);
        string place = layout.HasNumbers ? SvgNumber.Translate(x, y + 9) : $"{SvgNumber.Translate(x + 3, y)} rotate(-90)";
        return Html.Svg(
            "text",
            Html.Attribute("transform", place),
            Html.Attribute("text-anchor", layout.HasNumbers ? "middle" : "end"),
            Html.Svg("title", $"{data.Queries.Described(query)}, sum over all keys: {WeightNumber.Exact(panel.Sums[query])}"),
            WeightNumber.Short(panel.Sums[query], panel.Sums.Max()));
    }
}
