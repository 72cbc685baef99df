using AttentionNotebooks.Runner.Documents;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>All the Markdown of a notebook, parsed together: anchors are unique over the page, and links may point to any of them.</summary>
internal sealed class NotebookProse
{
    private readonly OrderedDictionary<Cell, MarkdownDocument> documents = new(ReferenceEqualityComparer.Instance);
    private readonly List<Heading> headings = [];

    private NotebookProse(SitePage page, IReadOnlyDictionary<string, string> addresses)
    {
        HashSet<string> anchors = [];
        foreach (Cell cell in page.Notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            MarkdownDocument document = MarkdownText.Parse(cell.Source);
            documents[cell] = document;
            headings.AddRange(document.Descendants<HeadingBlock>().Select(block => Anchor(block, anchors)));
        }

        PageLinks links = new(page, addresses, anchors);
        Assets = [.. documents.SelectMany(entry => links.Resolve(entry.Value, entry.Key)).Distinct()];
        Title = headings.FirstOrDefault(heading => heading.Text.Plain.Length > 0)?.Text.Plain ?? page.Name;
        Summary = documents.Values
            .SelectMany(document => document.OfType<ParagraphBlock>())
            .Select(paragraph => InlineText.Of(paragraph.Inline))
            .FirstOrDefault(text => text.Plain.Length > 0);
    }

    /// <summary>The headings from top to bottom.</summary>
    internal IReadOnlyList<Heading> Headings => headings;

    /// <summary>The pictures to copy.</summary>
    internal IReadOnlyList<SiteAsset> Assets { get; }

    /// <summary>The first heading; the notebook's name where there is none.</summary>
    internal string Title { get; }

    /// <summary>The first paragraph; null where there is none.</summary>
    internal InlineText? Summary { get; }

    /// <summary>Parses the Markdown of a page. <paramref name="addresses"/>: the notebooks of the site, file name → address.</summary>
    internal static NotebookProse Parse(SitePage page, IReadOnlyDictionary<string, string> addresses) => new(page, addresses);

    /// <summary>A Markdown cell of this notebook as HTML.</summary>
    internal string Render(Cell cell) => MarkdownText.Render(documents[cell]);

    private static Heading Anchor(HeadingBlock block, HashSet<string> anchors)
    {
        InlineText text = InlineText.Of(block.Inline);
        string slug = LinkHelper.UrilizeAsGfm(text.Plain);
        string wanted = slug.Length == 0 ? "section" : slug;
        string id = wanted;
        for (int number = 1; !anchors.Add(id); number++)
        {
            id = $"{wanted}-{number}";
        }

        block.GetAttributes().Id = id;
        return new Heading(block.Level, id, text);
    }
}
