using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>One quantity of all points, on two logarithmic axes: a power of the size is a straight line, and its exponent is the slope.</summary>
/// <param name="caption">What is shown.</param>
/// <param name="quantity">Its unit.</param>
/// <param name="read">Its value at a point.</param>
/// <param name="growth">The points.</param>
internal sealed class GrowthPanel(string caption, Quantity quantity, Func<GrowthPoint, double> read, AttentionGrowth growth)
{
    internal const double Width = 340;
    internal const double Height = 240;
    internal const double FontSize = 11;
    internal const double LineWidth = 1.5;

    private const double Left = 54;
    private const double Top = 24;
    private const double PlotWidth = 250;
    private const double PlotHeight = 174;
    private const double LabelHeight = 14;
    private const double LabelGap = 6;
    private const double GuideLabelWidth = 24;
    private const double Faint = 0.13;
    private const double Strong = 0.4;
    private const string ComputedDashes = "4 3";

    private readonly GrowthSeries[] series = GrowthSeries.Of(growth);
    private readonly int[] sizes = [.. growth.Points.Select(point => growth.Size(point.Cost)).Distinct()];
    private readonly LogAxis across = LogAxis.Around(growth.Points.Select(point => (double)growth.Size(point.Cost)), PlotWidth);
    private readonly LogAxis up = LogAxis.InDecades(growth.Points.Select(read), PlotHeight);

    internal XElement Draw() =>
        SvgDrawing.Of(
            "img",
            Width,
            Height,
            FontSize,
            Html.Svg("title", $"{caption} against the number of {GrowthWords.Noun(growth)}"),
            Html.Svg("desc", string.Join(' ', series.Select(Describe))),
            Text(Left, 13, "start", caption, Html.Attribute("font-weight", "600"), Html.Attribute("font-size", FontSize + 1)),
            Html.Svg("g", Html.Attribute("transform", SvgNumber.Translate(Left, Top)), Frame(), Decades(), Sizes(), Guides(), series.Reverse().Select(Lines), series.Reverse().Select(Markers)),
            Text(Left + (PlotWidth / 2), Height - 6, "middle", $"{GrowthWords.Noun(growth)} {GrowthWords.Symbol(growth)}"));

    private static XElement Frame() =>
        Html.Svg(
            "rect",
            Html.Attribute("width", PlotWidth),
            Html.Attribute("height", PlotHeight),
            Html.Attribute("fill", "none"),
            Html.Attribute("stroke", "currentColor"),
            Html.Attribute("stroke-opacity", Strong));

    private IEnumerable<XElement> Decades()
    {
        foreach (double value in up.Decades(LabelHeight))
        {
            double y = SvgNumber.Round(PlotHeight - up.Place(value));
            yield return Line(FormattableString.Invariant($"M0 {y}h{PlotWidth}"), "currentColor", Html.Attribute("stroke-opacity", Faint));
            yield return Text(-LabelGap, y + 4, "end", quantity.Format(value));
        }
    }

    /// <summary>A tick for each size, and a label for every so-many-th, counted from the greatest: as many as have room.</summary>
    private IEnumerable<XElement> Sizes()
    {
        int step = Enumerable.Range(1, sizes.Length).First(HasRoom);
        for (int index = 0; index < sizes.Length; index++)
        {
            double x = across.Place(sizes[index]);
            yield return Line(FormattableString.Invariant($"M{SvgNumber.Round(x)} {PlotHeight}v4"), "currentColor", Html.Attribute("stroke-opacity", Strong));
            if ((sizes.Length - 1 - index) % step == 0) yield return Text(x, PlotHeight + 16, "middle", Count.Of(sizes[index]));
        }
    }

    private bool HasRoom(int step)
    {
        int[] labelled = [.. sizes.Reverse().Where((_, index) => index % step == 0)];
        return labelled.Zip(labelled.Skip(1)).All(pair => across.Place(pair.First) - across.Place(pair.Second) >= LabelGap + ((LabelWidth(pair.First) + LabelWidth(pair.Second)) / 2));

        static double LabelWidth(int size) => PixelWidth.Of(Count.Of(size), FontSize);
    }

    /// <summary>What grows in proportion, and with the square: lines from the corner, to compare slopes with.</summary>
    private IEnumerable<XElement> Guides()
    {
        foreach (int slope in sizes.Length == 1 ? [] : (int[])[1, 2])
        {
            double decades = Math.Min(PlotWidth / across.Decade, PlotHeight / (slope * up.Decade));
            double x = SvgNumber.Round(decades * across.Decade), y = SvgNumber.Round(PlotHeight - (decades * slope * up.Decade));
            double label = x + LabelGap + GuideLabelWidth > PlotWidth ? PlotWidth : x;
            yield return Line(FormattableString.Invariant($"M0 {PlotHeight}L{x} {y}"), "currentColor", Html.Attribute("stroke-opacity", Strong));
            yield return Text(label + LabelGap, Math.Max(y + 4, FontSize), "start", $"∝ {GrowthWords.Symbol(growth)}{(slope == 1 ? "" : "²")}");
        }
    }

    private IEnumerable<XElement> Lines(GrowthSeries one)
    {
        if (Path(one, isMeasured: true) is { Length: > 0 } measured) yield return Line(measured, one.Colour, Html.Attribute("stroke-width", LineWidth));
        if (Path(one, isMeasured: false) is { Length: > 0 } computed)
            yield return Line(computed, one.Colour, Html.Attribute("stroke-width", LineWidth), Html.Attribute("stroke-dasharray", ComputedDashes));
    }

    /// <summary>From marker to marker without touching them, where the second one is measured, or where it is computed.</summary>
    private string Path(GrowthSeries one, bool isMeasured)
    {
        StringBuilder path = new();
        foreach ((GrowthPoint from, GrowthPoint to) in one.Points.Zip(one.Points.Skip(1)))
        {
            if (to.Basis == GrowthBasis.Measured != isMeasured) continue;
            double x = X(from), y = Y(from), right = X(to) - x, down = Y(to) - y, length = double.Hypot(right, down), skip = (GrowthSeries.Reach + 1) / length;
            if (skip >= 0.5) continue;
            path.Append(CultureInfo.InvariantCulture, $"M{SvgNumber.Round(x + (skip * right))} {SvgNumber.Round(y + (skip * down))}l{SvgNumber.Round((1 - (2 * skip)) * right)} {SvgNumber.Round((1 - (2 * skip)) * down)}");
        }

        return path.ToString();
    }

    private IEnumerable<XElement> Markers(GrowthSeries one) =>
        one.Points.Select(point => one.Marker(X(point), Y(point), point.Basis == GrowthBasis.Measured, Html.Svg("title", $"{one.Name}, {Tell(point)}")));

    private string Describe(GrowthSeries one) => $"{one.Name}: from {Tell(one.Points[0])} to {Tell(one.Points[^1])}.";

    private string Tell(GrowthPoint point) =>
        $"{quantity.Format(read(point))} at {GrowthWords.Size(growth, point)}, {(point.Basis == GrowthBasis.Measured ? "measured" : "computed")}";

    private double X(GrowthPoint point) => across.Place(growth.Size(point.Cost));

    private double Y(GrowthPoint point) => PlotHeight - up.Place(read(point));

    private static XElement Line(string path, string colour, params object?[] paint) =>
        Html.Svg("path", Html.Attribute("d", path), Html.Attribute("fill", "none"), Html.Attribute("stroke", colour), paint);

    private static XElement Text(double x, double y, string anchor, string text, params object?[] more) =>
        Html.Svg("text", Html.Attribute("x", SvgNumber.Round(x)), Html.Attribute("y", SvgNumber.Round(y)), Html.Attribute("text-anchor", anchor), more, text);
}
