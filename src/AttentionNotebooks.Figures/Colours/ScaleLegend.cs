using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>One line that says what the shades mean; readable where the host strips styles.</summary>
internal static class ScaleLegend
{
    /// <param name="scale">The scale; its maximum is above zero.</param>
    /// <param name="hasNegative">Whether the side below zero is in use.</param>
    /// <param name="of">What is shaded, for example <c>Shade</c>.</param>
    internal static XElement Of(DivergingScale scale, bool hasNegative, string of)
    {
        string max = NumberFormat.For([scale.Max]).Format(scale.Max);
        return Html.Element(
            "div",
            PaperStyle.LegendBelow,
            Html.Attribute("style", "opacity:.8;font-size:.9em"),
            hasNegative ? $"{of}: from −{max} (orange) " : $"{of}: from 0 ",
            Bar(hasNegative),
            $" to {max} (blue)",
            Unstyled.Text("; this page leaves the shades out"));
    }

    private static XElement Bar(bool hasNegative)
    {
        string rise = $"{DivergingScale.Css(DivergingScale.Positive, 0)}{(hasNegative ? " 50%" : "")},{Full(DivergingScale.Positive)}";
        string fall = hasNegative ? $"{Full(DivergingScale.Negative)},{DivergingScale.Css(DivergingScale.Negative, 0)} 50%," : "";
        return Html.Element(
            "span",
            Html.Attribute("aria-hidden", "true"),
            Html.Attribute(
                "style",
                $"display:inline-block;width:8em;height:.8em;vertical-align:-.1em;background:linear-gradient(to right,{fall}{rise})"));
    }

    private static string Full((byte Red, byte Green, byte Blue) colour) => DivergingScale.Css(colour, DivergingScale.StrongestOpacity);
}
