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
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {2 * Reach} {Height}")),
            Html.Attribute("aria-hidden", "true"),
            Line(FormattableString.Invariant($"M{Reach} 0v{Height}"), "currentColor", 1),
            length == 0 ? null : Line(FormattableString.Invariant($"M{Reach} {Height / 2}h{Math.Sign(value) * length}"), DivergingScale.Opaque(value), Height - 4));
    }

    private static XElement Line(string path, string colour, double width) =>
        Html.Svg("path", Html.Attribute("d", path), Html.Attribute("stroke", colour), width == 1 ? null : Html.Attribute("stroke-width", width));
}
