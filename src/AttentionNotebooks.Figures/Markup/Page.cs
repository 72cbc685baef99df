using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A whole HTML page around a figure.</summary>
internal static class Page
{
    internal static XElement Of(XElement content, string title) =>
        Html.Element(
            "html",
            Html.Attribute("lang", "en"),
            Html.Element(
                "head",
                Html.Element("meta", Html.Attribute("charset", "utf-8")),
                Html.Element("meta", Html.Attribute("name", "viewport"), Html.Attribute("content", "width=device-width, initial-scale=1")),
                Html.Element("meta", Html.Attribute("name", "color-scheme"), Html.Attribute("content", "light dark")),
                Html.Element("title", title)),
            Html.Element("body", Html.Attribute("style", "margin:1em;font:14px/1.5 system-ui,sans-serif"), content));
}
