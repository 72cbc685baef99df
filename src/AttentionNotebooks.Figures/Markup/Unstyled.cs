using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>What stands in for a style where the host strips styles, and is not seen anywhere else.</summary>
internal static class Unstyled
{
    internal static XElement Text(string text) => Html.Element("span", Html.Attribute("style", "display:none"), text);
}
