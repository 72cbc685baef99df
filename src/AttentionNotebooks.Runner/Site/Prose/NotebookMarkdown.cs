using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>Teaches Markdig to read formulas as Jupyter does, and our way to write formulas, code and tables.</summary>
internal sealed class NotebookMarkdown : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        _ = pipeline.BlockParsers.TryRemove<MathBlockParser>();
        pipeline.BlockParsers.Insert(0, new FormulaBlockParser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        _ = renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new InlineFormulaRenderer());
        _ = renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new FormulaBlockRenderer());
        _ = renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new HighlightedCodeRenderer());
        _ = renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTableRenderer());
    }
}
