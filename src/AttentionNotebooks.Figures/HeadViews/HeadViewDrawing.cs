using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The two sides of a head view and the lines between them, as one SVG.</summary>
internal sealed class HeadViewDrawing
{
    internal const double FontSize = 12;

    private const double Top = 26;
    private const double LinesWidth = 204;
    private const int Gap = 7;
    private const int MarkWidth = 68;
    private const int MostMarksLeft = 2;
    private const int MostMarksRight = 4;

    /// <summary>More lines than this have their weight for the script alone, without tooltips of their own.</summary>
    private const int GreatestTitled = 300;

    private readonly HeadViewData data;
    private readonly double left;
    private readonly double right;

    internal HeadViewDrawing(HeadViewData data)
    {
        this.data = data;
        left = Math.Max(data.Queries.Width(FontSize), PixelWidth.Of(QueryHeading, FontSize)) + Gap;
        right = left + LinesWidth;
        Width = Math.Ceiling(right + Gap + Math.Max(data.Keys.Width(FontSize), PixelWidth.Of(KeyHeading, FontSize)));
        Height = Math.Ceiling(Top + Math.Max(data.Queries.Height, data.Keys.Height) + 4);
    }

    internal double Width { get; }

    internal double Height { get; }

    private static string QueryHeading => "query asks";

    private static string KeyHeading => "key is asked";

    internal XElement Draw(string title) =>
        SvgDrawing.Of(
            "group",
            Width,
            Height,
            FontSize,
            Html.Attribute("aria-label", title),
            Html.Attribute("data-marks-room", $"{MarksWidth(MostMarksLeft)} {MarksWidth(MostMarksRight)}"),
            Headings(),
            Html.Svg("g", Html.Attribute("fill", "none"), Html.Attribute("stroke-width", StrokeWidth), data.Map.HeadNumbers.Select(Head)),
            Side(data.Queries, "q", "Queries", left - Gap, MarksX(left - Gap - data.Queries.Width(FontSize), -1), "end", MostMarksLeft),
            Side(data.Keys, "k", "Keys", right + Gap, MarksX(right + Gap + data.Keys.Width(FontSize), 1), "start", MostMarksRight));

    private double StrokeWidth => data.Map.HeadNumbers.Count switch { 1 => 3, <= 4 => 2, _ => 1.4 };

    private static double MarksX(double edge, int direction) => SvgNumber.Round(edge + (direction * 2 * Gap));

    /// <summary>Room beside the tokens that the script makes for the weights that it writes there.</summary>
    private int MarksWidth(int most) => (2 * Gap) + (Math.Min(most, data.Map.HeadNumbers.Count) * MarkWidth) + (data.Map.HeadNumbers.Count > most ? 30 : 0);

    private XElement Headings() =>
        Html.Svg(
            "g",
            Html.Attribute("font-style", "italic"),
            Heading(QueryHeading, left - Gap, "end"),
            Heading("attends to →", (left + right) / 2, "middle"),
            Heading(KeyHeading, right + Gap, "start"));

    private static XElement Heading(string text, double x, string anchor) =>
        Html.Svg("text", Html.Attribute("x", SvgNumber.Round(x)), Html.Attribute("y", 14), Html.Attribute("text-anchor", anchor), text);

    private static XElement Side(HeadViewSide side, string letter, string name, double x, double marksX, string anchor, int mostMarks) =>
        Html.Svg(
            "g",
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", name),
            Html.Attribute("text-anchor", anchor),
            Html.Attribute("data-marks-x", marksX),
            Html.Attribute("data-marks-most", mostMarks),
            side.Headings.Select(heading => Html.Svg("text", At(x, heading.Y), Html.Attribute("font-weight", "600"), heading.Name)),
            side.Tokens.Select((token, index) => Html.Svg(
                "text",
                At(x, token.Y),
                Html.Attribute("data-select", $"{letter}{index}"),
                token.Axis.Full(token.Cell) == token.Axis.Short(token.Cell) ? null : Html.Svg("title", token.Axis.Full(token.Cell)),
                token.Axis.Short(token.Cell))));

    private static XAttribute?[] At(double x, double y) => [Html.Attribute("x", SvgNumber.Round(x)), Html.Attribute("y", SvgNumber.Round(Top + y + 4))];

    private XElement Head(int number, int place) =>
        Html.Svg(
            "g",
            Html.Attribute("data-part", $"head-{number}"),
            Html.Attribute("data-mark-name", number),
            Html.Attribute("transform", SvgNumber.Translate(left, Top + Offset(place))),
            HeadSign.Of(number),
            data.Lines.Where(line => line.Head == place).GroupBy(line => line.Block).Select(block => Block(block.Key, block)));

    /// <summary>Lines of several heads between the same tokens run side by side.</summary>
    private double Offset(int place)
    {
        int heads = data.Map.HeadNumbers.Count;
        double spread = Math.Min(data.Row - 6, 2.4 * (heads - 1));
        return heads == 1 ? 0 : spread * (((double)place / (heads - 1)) - 0.5);
    }

    private object Block(HeadViewBlock block, IEnumerable<HeadViewLine> lines) =>
        block.Part is null ? lines.Select(Line).ToArray() : Html.Svg("g", Html.Attribute("data-part", block.Part), lines.Select(Line));

    private XElement Line(HeadViewLine line)
    {
        (double from, double to) = (data.Queries.Tokens[line.Left].Y, data.Keys.Tokens[line.Right].Y);
        return Html.Svg(
            "path",
            Html.Attribute("d", FormattableString.Invariant($"M0 {from} {LinesWidth} {to}")),
            Html.Attribute("stroke-opacity", Math.Round(line.Weight / data.Strongest, 3)),
            Html.Attribute("data-for", $"q{line.Left} k{line.Right}"),
            Html.Attribute("data-mark", WeightNumber.Exact(line.Weight)),
            data.Lines.Count > GreatestTitled ? null : Html.Svg("title", Describe(line)));
    }

    private static string Describe(HeadViewLine line)
    {
        HeatmapData weights = line.Block.Data;
        return $"{weights.Panels[line.Head].Caption}{(line.Block.Part is null ? "" : $", {line.Block.Caption}")}: {weights.Queries.Described(line.Query)} → {weights.Keys.Described(line.Key)}: {WeightNumber.Exact(line.Weight)}";
    }
}
