using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Drawings in a line of text.</summary>
internal static class BesideText
{
    /// <summary>The drawing itself, at the middle of the line.</summary>
    internal static XElement Middle(XElement drawing)
    {
        drawing.SetAttributeValue("style", "vertical-align:middle");
        return drawing;
    }
}
