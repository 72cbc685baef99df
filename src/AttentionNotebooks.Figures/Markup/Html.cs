using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Builds HTML and SVG as a tree, so that text is escaped by construction, and writes it as HTML that XML parsers read too.</summary>
internal static class Html
{
    internal static readonly XNamespace SvgNamespace = "http://www.w3.org/2000/svg";

    internal static readonly XNamespace MathNamespace = "http://www.w3.org/1998/Math/MathML";

    private static readonly HashSet<string> VoidElements = ["br", "hr", "img", "input", "meta", "link", "col", "wbr"];

    /// <summary>An HTML element. Content is text, attributes, elements and sequences of them; null is nothing.</summary>
    internal static XElement Element(string name, params object?[] content) => new(name, content);

    /// <summary>What opens a fold, with its triangle even where the host's style takes that away, as Jupyter Notebook does.</summary>
    internal static XElement Summary(params object?[] content) => Element("summary", Attribute("style", "display:list-item"), content);

    /// <summary>An SVG element.</summary>
    internal static XElement Svg(string name, params object?[] content) => new(SvgNamespace + name, content);

    /// <summary>A MathML element.</summary>
    internal static XElement Math(string name, params object?[] content) => new(MathNamespace + name, content);

    /// <summary>An attribute; null as value is no attribute. Numbers are written with the invariant culture.</summary>
    internal static XAttribute? Attribute(string name, object? value) =>
        value is null ? null : new XAttribute(name, value is IFormattable number ? number.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : value);

    /// <summary>The tree as text without white space of its own.</summary>
    internal static string Render(XElement root)
    {
        XElement copy = new(root);
        foreach (XElement element in copy.DescendantsAndSelf()) MakeSafe(element);
        StringBuilder text = new();
        XmlWriterSettings settings = new() { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, NewLineHandling = NewLineHandling.None };
        using (XmlWriter writer = XmlWriter.Create(text, settings)) copy.WriteTo(writer);
        return text.ToString();
    }

    /// <summary>Characters that neither XML nor HTML can carry become U+FFFD; an empty element keeps its end tag, as HTML wants.</summary>
    private static void MakeSafe(XElement element)
    {
        foreach (XAttribute attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)) attribute.Value = Printable(attribute.Value);
        foreach (XText text in element.Nodes().OfType<XText>()) text.Value = Printable(text.Value);
        if (element.IsEmpty && element.Name.Namespace == XNamespace.None && !VoidElements.Contains(element.Name.LocalName)) element.Value = "";
    }

    private static string Printable(string text)
    {
        StringBuilder? result = null;
        for (int index = 0; index < text.Length; index++)
        {
            if (XmlConvert.IsXmlChar(text[index])) continue;
            if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
            {
                index++;
                continue;
            }

            result ??= new StringBuilder(text);
            result[index] = '\uFFFD';
        }

        return result?.ToString() ?? text;
    }
}
