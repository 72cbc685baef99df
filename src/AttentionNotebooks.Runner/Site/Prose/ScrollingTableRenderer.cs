using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>Writes a table in a box of its own, which scrolls where the page is narrower.</summary>
internal sealed class ScrollingTableRenderer : HtmlTableRenderer
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        _ = renderer.EnsureLine().WriteLine(ScrollBox.Open("div", "table", "Table"));
        base.Write(renderer, table);
        _ = renderer.WriteLine("</div>");
    }
}
