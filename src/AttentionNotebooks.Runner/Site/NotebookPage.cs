using System.Text;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Markup;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Site.Cells;
using AttentionNotebooks.Runner.Site.Prose;

namespace AttentionNotebooks.Runner.Site;

/// <summary>The page of one notebook.</summary>
internal sealed record NotebookPage(SitePage Page, NotebookProse Prose)
{
    // Deeper headings would make the list longer than it helps.
    private const int DeepestListed = 3;

    /// <summary>The document, with ways to the pages before and after.</summary>
    internal string Write(NotebookPage? previous, NotebookPage? next)
    {
        CellMarkup markup = new(Page.Notebook, Prose);
        string cells = string.Concat(Page.Notebook.Cells.Select((cell, index) => markup.Write(cell, NumberOf(index))));
        string title = Prose.Title == PageShell.SiteTitle ? Prose.Title : $"{Prose.Title} · {PageShell.SiteTitle}";
        return PageShell.Write(title, "notebook", FallbackTitle() + Failure() + cells, Contents(), Neighbours(previous, next));
    }

    // Each page needs a heading of its own, for its reader and for a screen reader.
    private string FallbackTitle() => Prose.Headings.Any(heading => heading.Level == 1)
        ? ""
        : $"<section class=\"cell prose\"><h1>{HtmlText.Escape(Prose.Title)}</h1></section>\n";

    private string Failure()
    {
        if (!Page.Failed)
        {
            return "";
        }

        int index = Page.Notebook.Cells.ToList().FindIndex(cell => cell.Outputs.Any(output => output is ErrorOutput));
        string place = index < 0
            ? "It shows what was produced so far."
            : $"The error is in <a href=\"#{HtmlText.Escape(CellMarkup.Anchor(Page.Notebook.Cells[index]))}\">cell {NumberOf(index)}</a>.";
        return $"<p class=\"failure\"><strong>This notebook failed.</strong> {place}</p>\n";
    }

    /// <summary>Code cells are counted from 1, as the Runner's messages and the numbers beside the cells count them.</summary>
    private int NumberOf(int index) => Page.Notebook.Cells.Take(index + 1).Count(cell => cell.Kind == CellKind.Code);

    private string Contents()
    {
        Heading[] listed = [.. Prose.Headings.Where(heading => heading.Level is > 1 and <= DeepestListed)];
        if (listed.Length < 2)
        {
            return "";
        }

        StringBuilder html = new("<nav class=\"contents\" aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">On this page</h2>\n<ul>\n");
        foreach (Heading heading in listed)
        {
            _ = html.Append($"<li class=\"level-{heading.Level}\"><a href=\"#{HtmlText.Escape(heading.Id)}\">{heading.Text.Html}</a></li>\n");
        }

        return html.Append("</ul>\n</nav>").ToString();
    }

    private static string Neighbours(NotebookPage? previous, NotebookPage? next)
    {
        string back = previous is null ? "" : Link(previous, "prev", "Previous");
        string forward = next is null ? "" : Link(next, "next", "Next");
        return $"<nav class=\"neighbours\" aria-label=\"Notebooks\">{back}{forward}</nav>";
    }

    private static string Link(NotebookPage target, string relation, string label) =>
        $"<a rel=\"{relation}\" class=\"{relation}\" href=\"{target.Page.Address}\"><span>{label}</span> {HtmlText.Escape(target.Prose.Title)}</a>";
}
