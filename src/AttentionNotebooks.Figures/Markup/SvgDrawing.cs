using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A drawing inside a figure: it scales by its viewBox and is written in the host's text colour.</summary>
internal static class SvgDrawing
{
    internal static XElement Of(string role, double width, double height, double fontSize, params object?[] content) =>
        Html.Svg(
            "svg",
            Html.Attribute("role", role),
            Html.Attribute("width", width),
            Html.Attribute("height", height),
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {width} {height}")),
            Html.Attribute("font-family", "system-ui, sans-serif"),
            Html.Attribute("font-size", fontSize),
            Html.Attribute("fill", "currentColor"),
            content);
}
