using System.Text.RegularExpressions;
using AttentionNotebooks.Runner.Markup;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Site.Prose;

namespace AttentionNotebooks.Runner.Site.Cells;

/// <summary>A displayed value, in the richest of its MIME types that a page can show.</summary>
internal static partial class DisplayMarkup
{
    private static readonly (string MimeType, Func<string, string, string> Write)[] Preferences =
    [
        ("text/html", (html, label) => Box("html", label, html)),
        ("image/svg+xml", (svg, label) => Box("picture", label, Prolog().Replace(svg, ""))),
        ("image/png", (data, label) => Picture("image/png", data, label)),
        ("image/jpeg", (data, label) => Picture("image/jpeg", data, label)),
        ("text/markdown", (text, label) => Box("prose", label, MarkdownText.Render(MarkdownText.Parse(text)))),
        ("text/latex", (latex, _) => FormulaMarkup.Write(latex.Trim().Trim('$'), display: true)),
        ("text/plain", (text, label) => OutputMarkup.Text("plain", label, text)),
        ("application/json", (json, label) => OutputMarkup.Text("plain", label, json)),
    ];

    /// <summary>The value; a note where it has no type that a page can show.</summary>
    internal static string Write(DisplayOutput display, string label)
    {
        foreach ((string mimeType, Func<string, string, string> write) in Preferences)
        {
            if (display.Data.TryGetValue(mimeType, out string? text))
            {
                return write(text, label);
            }
        }

        string types = string.Join(", ", display.Data.Keys.Order(StringComparer.Ordinal));
        return $"<p class=\"caption\">{HtmlText.Escape(types.Length == 0 ? "An empty output." : $"A page cannot show {types}.")}</p>";
    }

    private static string Box(string styleClass, string label, string html) => $"{ScrollBox.Open("div", styleClass, label)}{html}</div>";

    private static string Picture(string mimeType, string base64, string label)
    {
        string data = HtmlText.Escape(string.Concat(base64.Split()));
        return Box("picture", label, $"<img src=\"data:{mimeType};base64,{data}\" alt=\"{HtmlText.Escape(label)}\">");
    }

    // HTML has no place for an XML declaration or a document type within a page.
    [GeneratedRegex(@"\A\s*(?:<\?xml.*?\?>\s*)?(?:<!DOCTYPE[^>]*>\s*)?", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Prolog();
}
