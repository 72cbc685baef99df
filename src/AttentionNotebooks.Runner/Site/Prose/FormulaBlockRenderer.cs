using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>Writes a block between lines of <c>$$</c> as MathML.</summary>
internal sealed class FormulaBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathBlock formula) =>
        _ = renderer.EnsureLine().WriteLine(FormulaMarkup.Write(formula.Lines.ToString(), display: true));
}
