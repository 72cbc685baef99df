using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Site;
using AttentionNotebooks.Runner.Tests.Files;

namespace AttentionNotebooks.Runner.Tests.Site;

/// <summary>Sites made of a few cells, and their pages as trees.</summary>
internal sealed class SampleSite : IDisposable
{
    private readonly ScratchFolder folder = new();

    public ScratchFolder Folder => folder;

    public void Dispose() => folder.Dispose();

    public void Write(params SitePage[] pages) => SiteWriter.Write(pages, folder.Path);

    /// <summary>Writes a site of one page and reads that page.</summary>
    public IHtmlDocument PageOf(params Cell[] cells)
    {
        Write(Page("page", cells));
        return Read("page.html");
    }

    public IElement MainOf(params Cell[] cells) => PageOf(cells).QuerySelector("main")!;

    /// <summary>The only output of a code cell.</summary>
    public IElement OutputOf(params Output[] outputs) => Assert.Single(MainOf(Code("x", outputs)).QuerySelectorAll(".outputs"));

    public IHtmlDocument Read(string name) => new HtmlParser().ParseDocument(File.ReadAllText(folder[name]));

    public static SitePage Page(string name, params Cell[] cells) => new(name, new Notebook(cells, ".net-csharp", "C#"), Failed: false);

    public static Cell Prose(string markdown, string id = "prose") => new(id, CellKind.Markdown, markdown);

    public static Cell Code(string source, params Output[] outputs) => new("code", CellKind.Code, source) { ExecutionCount = 1, Outputs = outputs };

    public static DisplayOutput Display(params (string MimeType, string Text)[] data) => new(data.ToDictionary(entry => entry.MimeType, entry => entry.Text));
}
