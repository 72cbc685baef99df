using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Rows of labels, numbers and small pictures of vectors below common headings, as one SVG.</summary>
/// <param name="title">What the chart shows.</param>
/// <param name="columns">The columns; each has something for every row.</param>
/// <param name="rows">The rows from top to bottom.</param>
/// <param name="total">True where the last row is what the others add up to: a line is drawn above it.</param>
internal sealed class RowChart(string title, IReadOnlyList<RowColumn> columns, IReadOnlyList<ChartRow> rows, bool total = false)
{
    internal const double FontSize = 11;
    internal const double SmallFontSize = 9;
    internal const double RowHeight = 34;
    internal const double Middle = RowHeight / 2;
    internal const double Baseline = Middle + 4;

    private const double HeadHeight = 34;
    private const double Gap = 18;

    private readonly double labels = Math.Ceiling(rows.Max(row => PixelWidth.Of(row.Label, FontSize)));

    private double Width => Math.Ceiling(labels + columns.Sum(column => Gap + column.Width) + 2);

    private double Height => HeadHeight + (rows.Count * RowHeight) + 2;

    internal XElement Draw() =>
        Html.Svg(
            "svg",
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", title),
            Html.Attribute("width", Width),
            Html.Attribute("height", Height),
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {Width} {Height}")),
            Html.Attribute("font-family", "system-ui, sans-serif"),
            Html.Attribute("font-size", FontSize),
            Html.Attribute("fill", "currentColor"),
            Placed(Heading),
            rows.Select(Row),
            total ? Line() : null);

    private IEnumerable<XElement> Heading(RowColumn column)
    {
        yield return Html.Svg("text", Html.Attribute("y", 12), Html.Attribute("font-weight", "600"), SymbolMarkup.InSvg(column.Heading));
        if (column.Scale.Length > 0) yield return Html.Svg("text", Html.Attribute("y", 25), Html.Attribute("font-size", SmallFontSize), column.Scale);
    }

    private XElement Row(ChartRow row, int index) =>
        Html.Svg(
            "g",
            Html.Attribute("transform", SvgNumber.Translate(0, HeadHeight + (index * RowHeight))),
            Html.Attribute("role", "img"),
            Html.Attribute("aria-label", row.Description),
            Html.Attribute("tabindex", row.Choice is null ? null : 0),
            Html.Attribute("data-select", row.Choice),
            Html.Attribute("data-for", row.Choice),
            Html.Svg("title", row.Description),
            Html.Svg("rect", Html.Attribute("width", Width), Html.Attribute("height", RowHeight), Html.Attribute("fill-opacity", 0)),
            Html.Svg("text", Html.Attribute("x", labels), Html.Attribute("y", Baseline), Html.Attribute("text-anchor", "end"), row.Label),
            Placed(column => column.Draw(index)));

    /// <summary>What each column has to show, at its place.</summary>
    private IEnumerable<XElement> Placed(Func<RowColumn, IEnumerable<XElement>> draw)
    {
        double left = labels;
        foreach (RowColumn column in columns)
        {
            left += Gap;
            yield return Html.Svg("g", Html.Attribute("transform", SvgNumber.Translate(left, 0)), draw(column));
            left += column.Width;
        }
    }

    private XElement Line()
    {
        double y = HeadHeight + ((rows.Count - 1) * RowHeight);
        return Html.Svg("path", Html.Attribute("d", FormattableString.Invariant($"M0 {y}h{Width}")), Html.Attribute("stroke", "currentColor"), Html.Attribute("stroke-opacity", 0.6));
    }
}
