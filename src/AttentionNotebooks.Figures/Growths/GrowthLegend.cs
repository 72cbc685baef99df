using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Which marker is which way of calling, and which is measured.</summary>
internal static class GrowthLegend
{
    internal const double Width = 330;
    internal const double Height = 38;

    private const double ItemWidth = 165;
    private const double LineHeight = 19;
    private const double TextLeft = 38;

    internal static XElement Draw(AttentionGrowth growth)
    {
        GrowthSeries[] series = GrowthSeries.Of(growth);
        return SvgDrawing.Of(
            "img",
            Width,
            Height,
            GrowthPanel.FontSize,
            Html.Svg("title", "Circle: output only; square: weights kept. Filled: measured; hollow: computed."),
            series.Select((one, row) => Item(0, row, one.Name, Line(one, Middle(row)), one.Marker(TextLeft / 2, Middle(row), isMeasured: true))),
            Item(1, 0, "filled: measured", series.Select((one, place) => one.Marker(Beside(place), Middle(0), isMeasured: true))),
            Item(1, 1, "hollow: computed", series.Select((one, place) => one.Marker(Beside(place), Middle(1), isMeasured: false))));
    }

    private static double Middle(int row) => (row * LineHeight) + (LineHeight / 2);

    /// <summary>Samples of the second column stand side by side.</summary>
    private static double Beside(int place) => (TextLeft / 2) - 6 + (12 * place);

    private static XElement Line(GrowthSeries one, double y) =>
        Html.Svg(
            "path",
            Html.Attribute("d", FormattableString.Invariant($"M4 {y}h9M25 {y}h9")),
            Html.Attribute("fill", "none"),
            Html.Attribute("stroke", one.Colour),
            Html.Attribute("stroke-width", GrowthPanel.LineWidth));

    private static XElement Item(int column, int row, string text, params object[] samples) =>
        Html.Svg(
            "g",
            Html.Attribute("transform", SvgNumber.Translate(column * ItemWidth, 0)),
            samples,
            Html.Svg("text", Html.Attribute("x", TextLeft), Html.Attribute("y", Middle(row) + 4), text));
}
