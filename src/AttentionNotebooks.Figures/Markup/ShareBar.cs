using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A share as a bar from 0 to 1, with marks to compare it with.</summary>
internal static class ShareBar
{
    private const double Width = 2 * SignedBar.Reach;
    private const double Height = 14;

    private const double BarTop = 4;
    private const double BarHeight = 6;
    private const double Reach = 3.5;

    /// <param name="share">From 0 to 1.</param>
    /// <param name="marks">What is drawn over the bar.</param>
    internal static XElement Of(double share, params object?[] marks) =>
        Html.Svg(
            "svg",
            Html.Attribute("aria-hidden", "true"),
            Html.Attribute("width", Width),
            Html.Attribute("height", Height),
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {Width} {Height}")),
            Bar(1, "currentColor", 0.12),
            Bar(share, HeatmapScale.Hue, 1),
            marks);

    /// <summary>The line at chance.</summary>
    internal static XElement Line(double share) =>
        Html.Svg("path", Html.Attribute("d", FormattableString.Invariant($"M{Place(share)} 0v{Height}")), Html.Attribute("stroke", "currentColor"), Html.Attribute("stroke-width", 1.5));

    /// <summary>The diamond at the share before training.</summary>
    internal static XElement Diamond(double share) =>
        Html.Svg(
            "path",
            Html.Attribute("d", FormattableString.Invariant($"M{Place(share)} {(Height / 2) - Reach}l{Reach} {Reach}l{-Reach} {Reach}l{-Reach} {-Reach}Z")),
            Html.Attribute("fill", "none"),
            Html.Attribute("stroke", "currentColor"));

    /// <summary>Pixels from the left.</summary>
    private static double Place(double share) => SvgNumber.Round(Math.Min(1, share) * Width);

    private static XElement Bar(double share, string colour, double opacity) =>
        Html.Svg(
            "rect",
            Html.Attribute("y", BarTop),
            Html.Attribute("width", Place(share)),
            Html.Attribute("height", BarHeight),
            Html.Attribute("fill", colour),
            opacity < 1 ? Html.Attribute("fill-opacity", opacity) : null);
}
