using AttentionNotebooks.Runner.Site.Cells;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>Writes code that prose shows, C# with its colours.</summary>
internal sealed class HighlightedCodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        string language = (block as FencedCodeBlock)?.Info ?? "";
        string code = CodeMarkup.Write(block.Lines.ToString(), language);
        _ = renderer.EnsureLine().WriteLine(ScrollBox.Preformatted("listing", "Code", code));
    }
}
