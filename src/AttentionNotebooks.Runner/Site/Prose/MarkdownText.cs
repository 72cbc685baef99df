using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>Markdown as notebooks use it: tables, task lists, bare links, formulas between dollars.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        .UseEmphasisExtras()
        .UseMathematics()
        .Use<NotebookMarkdown>()
        .Build();

    /// <summary>Parses the text of a cell or of an output.</summary>
    internal static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);

    /// <summary>Renders what was parsed.</summary>
    internal static string Render(MarkdownDocument document)
    {
        using StringWriter html = new() { NewLine = "\n" };
        HtmlRenderer renderer = new(html);
        Pipeline.Setup(renderer);
        _ = renderer.Render(document);
        return html.ToString();
    }
}
