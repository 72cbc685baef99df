using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>Writes <c>$…$</c>, and <c>$$…$$</c> within a paragraph, as MathML.</summary>
internal sealed class InlineFormulaRenderer : HtmlObjectRenderer<MathInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathInline formula) =>
        _ = renderer.Write(FormulaMarkup.Write(formula.Content.ToString(), display: formula.DelimiterCount > 1));
}
