using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace AttentionNotebooks.Runner.Sessions.Languages.Signatures;

/// <summary>The documentation comment of a symbol as prose.</summary>
internal sealed partial class DocumentationText
{
    private readonly XElement comment;

    private DocumentationText(XElement comment) => this.comment = comment;

    /// <summary>What the symbol is for; null where nobody has said.</summary>
    public string? Summary => Write(comment.Descendants("summary").FirstOrDefault());

    /// <summary>Reads the comment of a symbol.</summary>
    public static DocumentationText Of(ISymbol symbol, CancellationToken cancellationToken)
    {
        var declared = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        var xml = declared.OriginalDefinition.GetDocumentationCommentXml(cancellationToken: cancellationToken);
        try
        {
            return new DocumentationText(XElement.Parse($"<doc>{xml}</doc>"));
        }
        catch (XmlException)
        {
            return new DocumentationText(new XElement("doc"));
        }
    }

    /// <summary>What a parameter is for; null where nobody has said.</summary>
    public string? Parameter(string name) =>
        Write(comment.Descendants("param").FirstOrDefault(element => (string?)element.Attribute("name") == name));

    private static string? Write(XElement? element)
    {
        var text = element is null ? "" : WhiteSpace().Replace(string.Concat(element.Nodes().Select(Write)), " ").Trim();
        return text.Length == 0 ? null : text;
    }

    private static string Write(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => Name(reference),
        XElement { Name.LocalName: "para" or "list" or "item" } block => $" {string.Concat(block.Nodes().Select(Write))} ",
        XElement element => string.Concat(element.Nodes().Select(Write)),
        _ => "",
    };

    // <see cref="M:A.B.C(System.Int32)"/>, <see langword="null"/>, <paramref name="x"/>: their last names.
    private static string Name(XElement reference)
    {
        var target = reference.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName is "cref" or "langword" or "name" or "href")?.Value ?? " ";
        return reference.Attribute("cref") is null ? target : target[(target.IndexOf(':') + 1)..].Split('(', '`')[0].Split('.')[^1];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
