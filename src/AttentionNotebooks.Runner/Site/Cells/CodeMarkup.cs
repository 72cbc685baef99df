using AttentionNotebooks.Runner.Markup;

namespace AttentionNotebooks.Runner.Site.Cells;

/// <summary>Code as HTML.</summary>
internal static class CodeMarkup
{
    private static readonly HashSet<string> CSharpNames =
        new(["c#", "csharp", "cs", "csx", ".net-csharp", "polyglot-notebook"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The code, with colours where <paramref name="language"/> is C#.</summary>
    internal static string Write(string code, string language) =>
        $"<code>{(CSharpNames.Contains(language.Trim()) ? CSharpHighlighter.Highlight(code) : HtmlText.Escape(code))}</code>";
}
