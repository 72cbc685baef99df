using System.Text;
using AttentionNotebooks.Runner.Markup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AttentionNotebooks.Runner.Site.Cells;

/// <summary>Colours C# by its syntax alone, so that a cell which does not compile still has its colours.</summary>
internal static class CSharpHighlighter
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    /// <summary>The code as HTML: all of its characters, and a <c>span</c> around each that has a colour.</summary>
    internal static string Highlight(string code)
    {
        StringBuilder html = new(code.Length * 2);
        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(code, Script).GetRoot().DescendantTokens())
        {
            AppendTrivia(html, token.LeadingTrivia);
            Append(html, token.Text, StyleOf(token));
            AppendTrivia(html, token.TrailingTrivia);
        }

        return html.ToString();
    }

    private static void AppendTrivia(StringBuilder html, SyntaxTriviaList list)
    {
        foreach (SyntaxTrivia trivia in list)
        {
            Append(html, trivia.ToFullString(), StyleOf(trivia));
        }
    }

    private static void Append(StringBuilder html, string text, string? style)
    {
        string escaped = HtmlText.Escape(text);
        _ = style is null || text.Length == 0 ? html.Append(escaped) : html.Append($"<span class=\"{style}\">{escaped}</span>");
    }

    private static string? StyleOf(SyntaxToken token)
    {
        return token.Kind() switch
        {
            SyntaxKind.NumericLiteralToken => "number",
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken => "string",
            SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => "string",
            SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken => "string",
            SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedStringTextToken => "string",
            SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedRawStringEndToken => "string",
            SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken => "string",
            _ when token.IsKeyword() || token.IsContextualKeyword() || token.Parent is IdentifierNameSyntax { IsVar: true } => "keyword",
            _ => null,
        };
    }

    private static string? StyleOf(SyntaxTrivia trivia)
    {
        return trivia.Kind() switch
        {
            SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia => "comment",
            SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => "comment",
            _ when trivia.IsDirective => "directive",
            _ => null,
        };
    }
}
