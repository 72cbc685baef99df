using AttentionNotebooks.Runner.Files;
using AttentionNotebooks.Runner.Site.Prose;

namespace AttentionNotebooks.Runner.Site;

/// <summary>
/// Writes notebooks as a static site: an index, a page a notebook, one style sheet, no scripts of its own and nothing from the network.
/// Every page is the old one or the new one at each moment. Pages of a previous run that are no longer wanted go; files of others stay.
/// </summary>
internal static class SiteWriter
{
    /// <summary>Writes the pages, in the order in which the reader is led through them.</summary>
    /// <exception cref="ArgumentException">Two pages have one name, or a name is no file name.</exception>
    internal static void Write(IReadOnlyList<SitePage> pages, string folder)
    {
        CheckNames(pages);
        Dictionary<string, string> addresses = pages.ToDictionary(page => $"{page.Name}.ipynb", page => page.Address);
        NotebookPage[] notebooks = [.. pages.Select(page => new NotebookPage(page, NotebookProse.Parse(page, addresses)))];
        SiteAsset[] assets = [.. notebooks.SelectMany(notebook => notebook.Prose.Assets)];
        Dictionary<string, string> texts = Render(notebooks);
        HashSet<string> files = [.. texts.Keys, .. assets.Select(asset => asset.Target)];

        SiteManifest manifest = new(folder);
        IReadOnlySet<string> before = manifest.Read();
        // A run that is cut short must still know its files: the list is first too long, in the end right.
        manifest.Write(before.Union(files));
        WriteFiles(texts, assets, folder);
        foreach (string stale in before.Except(files))
        {
            manifest.Delete(stale);
        }

        manifest.Write(files);
    }

    private static void CheckNames(IReadOnlyList<SitePage> pages)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { PageShell.IndexAddress };
        foreach (SitePage page in pages)
        {
            if (page.Name.Length == 0 || page.Name.AsSpan().ContainsAny('/', '\\', '\0'))
            {
                throw new ArgumentException($"'{page.Name}' cannot be the name of a page: it is not a file name.", nameof(pages));
            }

            if (!taken.Add(page.FileName))
            {
                throw new ArgumentException($"Two notebooks are called '{page.Name}'; each page needs a name of its own.", nameof(pages));
            }
        }
    }

    // What leads to other pages comes after them.
    private static Dictionary<string, string> Render(NotebookPage[] notebooks)
    {
        Dictionary<string, string> texts = new() { [PageShell.StyleSheet] = ReadStyleSheet() };
        for (int index = 0; index < notebooks.Length; index++)
        {
            NotebookPage? previous = notebooks.ElementAtOrDefault(index - 1);
            NotebookPage? next = notebooks.ElementAtOrDefault(index + 1);
            texts[notebooks[index].Page.FileName] = notebooks[index].Write(previous, next);
        }

        texts[PageShell.IndexAddress] = IndexPage.Write(notebooks);
        return texts;
    }

    private static void WriteFiles(Dictionary<string, string> texts, SiteAsset[] assets, string folder)
    {
        foreach (SiteAsset asset in assets)
        {
            AtomicFile.Copy(asset.Source, Path.Combine(folder, asset.Target));
        }

        foreach ((string file, string text) in texts)
        {
            AtomicFile.WriteAllText(Path.Combine(folder, file), text);
        }
    }

    private static string ReadStyleSheet()
    {
        using Stream stream = typeof(SiteWriter).Assembly.GetManifestResourceStream(PageShell.StyleSheet)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
