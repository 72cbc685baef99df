using System.Text;
using AttentionNotebooks.Runner.Markup;

namespace AttentionNotebooks.Runner.Site;

/// <summary>The list of all notebooks.</summary>
internal static class IndexPage
{
    /// <summary>The document.</summary>
    internal static string Write(IReadOnlyList<NotebookPage> pages)
    {
        StringBuilder html = new($"<h1>{PageShell.SiteTitle}</h1>\n<p class=\"intro\">Attention computed and shown step by step: ");
        _ = html.Append("each notebook was run from top to bottom, and its page holds the text, the code and every result.</p>\n");
        _ = html.Append("<ol class=\"notebooks\">\n");
        foreach (NotebookPage page in pages)
        {
            _ = html.Append(Entry(page));
        }

        return PageShell.Write(PageShell.SiteTitle, "index", html.Append("</ol>").ToString());
    }

    private static string Entry(NotebookPage page)
    {
        string failed = page.Page.Failed ? " <strong class=\"badge\">failed</strong>" : "";
        string summary = page.Prose.Summary is { } text ? $"<p>{text.Html}</p>\n" : "";
        return $"""
            <li>
            <h2><a href="{page.Page.Address}">{HtmlText.Escape(page.Prose.Title)}</a>{failed}</h2>
            {summary}</li>

            """;
    }
}
