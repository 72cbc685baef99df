using AttentionNotebooks.Runner.Documents;

namespace AttentionNotebooks.Runner.Site;

/// <summary>A notebook that becomes a page.</summary>
/// <param name="Name">The notebook's file name without its extension, as <c>01-self-attention-vectors</c>.</param>
/// <param name="Notebook">The notebook as it was run.</param>
/// <param name="Failed">True where its run ended in an error.</param>
/// <param name="SourceFolder">Where the pictures lie that its Markdown names; null where none are to be copied.</param>
internal sealed record SitePage(string Name, Notebook Notebook, bool Failed, string? SourceFolder = null)
{
    /// <summary>The page's file. A notebook called <c>index</c> leaves that name to the list of all pages.</summary>
    internal string FileName => Name.Equals("index", StringComparison.OrdinalIgnoreCase) ? $"{Name}-notebook.html" : $"{Name}.html";

    /// <summary>The page's address, relative to the site.</summary>
    internal string Address => Uri.EscapeDataString(FileName);

    /// <summary>The folder of the pictures that the page shows.</summary>
    internal string AssetFolder => $"{Name}-files";
}
