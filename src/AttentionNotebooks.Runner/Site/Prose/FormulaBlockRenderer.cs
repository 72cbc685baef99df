using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>Writes a formula that has its lines to itself as MathML.</summary>
internal sealed class FormulaBlockRenderer : HtmlObjectRenderer<FormulaBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, FormulaBlock formula) =>
        _ = renderer.EnsureLine().WriteLine(FormulaMarkup.Write(formula.Lines.ToString(), display: true));
}
