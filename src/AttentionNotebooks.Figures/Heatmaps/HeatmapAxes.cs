using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The names of the axes in the corner, the keys down the left side, the queries along the top.</summary>
internal static class HeatmapAxes
{
    internal static IEnumerable<XElement> Draw(HeatmapData data, HeatmapLayout layout)
    {
        yield return Names(layout);
        yield return Labels(
            data.Keys,
            layout.KeyLabelStep,
            "end",
            cell => (layout.Left - HeatmapLayout.LabelGap, layout.Top + ((cell + 0.5) * layout.Cell) + (HeatmapLayout.FontSize * 0.35)),
            isTurned: false);
        yield return Labels(
            data.Queries,
            layout.QueryLabelStep,
            layout.TurnsQueries ? "start" : "middle",
            cell => (layout.Left + ((cell + 0.5) * layout.Cell) + (layout.TurnsQueries ? 3 : 0), layout.Top - HeatmapLayout.LabelGap),
            layout.TurnsQueries);
    }

    private static XElement Names(HeatmapLayout layout)
    {
        double x = SvgNumber.Round(layout.Left - HeatmapLayout.LabelGap);
        return Html.Svg(
            "g",
            Html.Attribute("text-anchor", "end"),
            Html.Attribute("font-style", "italic"),
            Html.Svg("text", Html.Attribute("x", x), Html.Attribute("y", SvgNumber.Round(layout.Top - 22)), "query →"),
            Html.Svg("text", Html.Attribute("x", x), Html.Attribute("y", SvgNumber.Round(layout.Top - 9)), "key ↓"));
    }

    private static XElement Labels(HeatmapAxis axis, int step, string anchor, Func<int, (double X, double Y)> place, bool isTurned) =>
        Html.Svg(
            "g",
            Html.Attribute("text-anchor", anchor),
            Enumerable.Range(0, axis.Length).Where(cell => cell % step == 0).Select(cell => Label(axis, cell, place(cell), isTurned)));

    private static XElement Label(HeatmapAxis axis, int cell, (double X, double Y) at, bool isTurned)
    {
        (double x, double y) = (SvgNumber.Round(at.X), SvgNumber.Round(at.Y));
        return Html.Svg(
            "text",
            isTurned ? Html.Attribute("transform", $"{SvgNumber.Translate(x, y)} rotate(-45)") : Position(x, y),
            axis.Full(cell) == axis.Short(cell) ? null : Html.Svg("title", axis.Full(cell)),
            axis.Short(cell));
    }

    private static XAttribute?[] Position(double x, double y) => [Html.Attribute("x", x), Html.Attribute("y", y)];
}
