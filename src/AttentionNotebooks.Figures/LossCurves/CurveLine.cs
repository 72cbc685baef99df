using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A measured quantity over the steps: a line, with a square at each point where it is one of held-out examples.</summary>
/// <param name="Name">What stands at its end.</param>
/// <param name="Points">Step and value.</param>
/// <param name="IsHeldOut">Orange with squares; blue without any otherwise.</param>
internal sealed record CurveLine(string Name, (double Step, double Value)[] Points, bool IsHeldOut)
{
    private const double LineWidth = 1.5;
    private const double HalfSquare = 3;

    /// <summary>More squares than this would be one thick line.</summary>
    private const int GreatestSquares = 40;

    private string Colour => HeadSign.Colour(IsHeldOut ? 1 : 0);

    internal IEnumerable<XElement> Draw(CurvePanel panel)
    {
        yield return Html.Svg("path", Html.Attribute("d", Path(panel, Points)), Html.Attribute("fill", "none"), Html.Attribute("stroke", Colour), Html.Attribute("stroke-width", LineWidth));
        if (Points.Length == 1 || (IsHeldOut && Points.Length <= GreatestSquares))
        {
            foreach ((double step, double value) in Points) yield return Square(panel.X(step), panel.Y(value));
        }
    }

    /// <summary>The line's look with its name, above the frame.</summary>
    /// <param name="right">Where the text ends.</param>
    internal IEnumerable<XElement> Sample(double right)
    {
        const double Length = 14, Gap = 4, Baseline = -7;
        double left = SvgNumber.Round(right - SampleWidth), y = Baseline - 4;
        yield return Html.Svg(
            "path",
            Html.Attribute("d", FormattableString.Invariant($"M{left} {y}h{Length}")),
            Html.Attribute("fill", "none"),
            Html.Attribute("stroke", Colour),
            Html.Attribute("stroke-width", LineWidth));
        if (IsHeldOut) yield return Square(left + (Length / 2), y);
        yield return CurvePanel.Text(left + Length + Gap, Baseline, "start", Name);
    }

    /// <summary>The room of a sample.</summary>
    internal double SampleWidth => 18 + PixelWidth.Of(Name, CurvePanel.FontSize);

    internal static string Path(CurvePanel panel, IEnumerable<(double Step, double Value)> points)
    {
        StringBuilder path = new();
        foreach ((double step, double value) in points) path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{panel.X(step)} {panel.Y(value)}");
        return path.ToString();
    }

    private XElement Square(double x, double y) =>
        Html.Svg(
            "rect",
            Html.Attribute("x", SvgNumber.Round(x - HalfSquare)),
            Html.Attribute("y", SvgNumber.Round(y - HalfSquare)),
            Html.Attribute("width", 2 * HalfSquare),
            Html.Attribute("height", 2 * HalfSquare),
            Html.Attribute("fill", Colour));
}
