using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A share as a bar from 0 to 1, with a line at chance and a hollow diamond at the share before training.</summary>
internal static class ShareBar
{
    internal const double Width = 2 * SignedBar.Reach;
    internal const double Height = 14;

    private const double BarTop = 4;
    private const double BarHeight = 6;
    private const double Diamond = 3.5;

    internal static XElement Of(double share, double chance, double untrained) =>
        Html.Svg(
            "svg",
            Html.Attribute("aria-hidden", "true"),
            Html.Attribute("width", Width),
            Html.Attribute("height", Height),
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {Width} {Height}")),
            Bar(1, "currentColor", 0.12),
            Bar(share, HeatmapScale.Hue, 1),
            Html.Svg("path", Html.Attribute("d", FormattableString.Invariant($"M{Place(chance)} 0v{Height}")), Html.Attribute("stroke", "currentColor"), Html.Attribute("stroke-width", 1.5)),
            Html.Svg(
                "path",
                Html.Attribute("d", FormattableString.Invariant($"M{Place(untrained)} {(Height / 2) - Diamond}l{Diamond} {Diamond}l{-Diamond} {Diamond}l{-Diamond} {-Diamond}Z")),
                Html.Attribute("fill", "none"),
                Html.Attribute("stroke", "currentColor")));

    /// <summary>Pixels from the left.</summary>
    internal static double Place(double share) => SvgNumber.Round(Math.Min(1, share) * Width);

    private static XElement Bar(double share, string colour, double opacity) =>
        Html.Svg(
            "rect",
            Html.Attribute("y", BarTop),
            Html.Attribute("width", Place(share)),
            Html.Attribute("height", BarHeight),
            Html.Attribute("fill", colour),
            opacity < 1 ? Html.Attribute("fill-opacity", opacity) : null);
}
