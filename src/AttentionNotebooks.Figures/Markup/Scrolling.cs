using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A box that scrolls by itself where its content is wider than the page, and that the keyboard reaches.</summary>
/// <remarks>A group and no region: a page has many such boxes, and as landmarks they would crowd out those of the page.</remarks>
internal static class Scrolling
{
    internal static XElement Box(string label, params object?[] content) =>
        Html.Element(
            "div",
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", label),
            Html.Attribute("tabindex", 0),
            Html.Attribute("data-attention-scrolls", ""),
            Html.Attribute("style", "overflow-x:auto"),
            content);
}
