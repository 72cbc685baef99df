using System.Text;
using AttentionNotebooks.Runner.Markup;
using AttentionNotebooks.Runner.Mathematics;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>The words of a heading or a paragraph where they stand elsewhere: formulas and code stay, links and pictures do not.</summary>
/// <param name="Html">With formulas and code as markup.</param>
/// <param name="Plain">As plain text, formulas in LaTeX.</param>
internal sealed record InlineText(string Html, string Plain)
{
    /// <summary>Collects the words of an inline and of all that it holds.</summary>
    internal static InlineText Of(ContainerInline? container)
    {
        StringBuilder html = new();
        StringBuilder plain = new();
        foreach (Inline inline in container?.Descendants<Inline>() ?? [])
        {
            Add(inline, html, plain);
        }

        return new InlineText(html.ToString().Trim(), plain.ToString().Trim());
    }

    private static void Add(Inline inline, StringBuilder html, StringBuilder plain)
    {
        (string markup, string text) = inline switch
        {
            LiteralInline literal => (HtmlText.Escape(literal.Content.ToString()), literal.Content.ToString()),
            CodeInline code => ($"<code>{HtmlText.Escape(code.Content)}</code>", code.Content),
            MathInline formula => (LatexFormula.Convert(formula.Content.ToString(), display: false).MathMl, formula.Content.ToString()),
            HtmlEntityInline entity => (HtmlText.Escape(entity.Transcoded.ToString()), entity.Transcoded.ToString()),
            AutolinkInline link => (HtmlText.Escape(link.Url), link.Url),
            LineBreakInline => (" ", " "),
            _ => ("", ""),
        };
        _ = html.Append(markup);
        _ = plain.Append(text);
    }
}
