using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A signed number as a bar beside a line at zero: blue to the right above zero, orange to the left below.</summary>
internal static class SignedBar
{
    /// <summary>The length of the longest bar.</summary>
    internal const double Reach = 36;

    private const double Height = 12;

    /// <param name="value">Finite.</param>
    /// <param name="max">The magnitude of the longest bar.</param>
    internal static XElement Of(double value, double max)
    {
        double length = max > 0 ? SvgNumber.Round(Math.Abs(value) / max * Reach) : 0;
        return Html.Svg(
            "svg",
            Html.Attribute("width", 2 * Reach),
            Html.Attribute("height", Height),
            Html.Attribute("aria-hidden", "true"),
            Html.Svg("path", Html.Attribute("d", FormattableString.Invariant($"M{Reach} 0v{Height}")), Html.Attribute("stroke", "currentColor"), Html.Attribute("stroke-opacity", 0.5)),
            Html.Svg(
                "rect",
                Html.Attribute("x", SvgNumber.Round(value < 0 ? Reach - length : Reach)),
                Html.Attribute("y", 2),
                Html.Attribute("width", length),
                Html.Attribute("height", Height - 4),
                Html.Attribute("fill", DivergingScale.Opaque(value))));
    }
}
