using AngleSharp.Html.Dom;

namespace AttentionNotebooks.Runner.Tests.Site;

public sealed class SiteWriterTests : IDisposable
{
    private readonly SampleSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public void Write_Pages_IndexListsThemInTheirOrder()
    {
        site.Write(SampleSite.Page("b", SampleSite.Prose("# Second $x$ *view*\n\nIt [links](a.ipynb) $y^2$.\n\nMore.")), SampleSite.Page("a"));

        IHtmlDocument index = site.Read("index.html");
        Assert.Equal([("Second x view", "b.html"), ("a", "a.html")], index.QuerySelectorAll("main li h2 a").Select(link => (link.TextContent, link.GetAttribute("href")!)));
        Assert.Single(index.QuerySelectorAll("h1"));
        Assert.NotNull(index.QuerySelector("li p math"));
        Assert.DoesNotContain("More", index.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoPages_GivesAnIndex()
    {
        site.Write();

        Assert.Empty(site.Read("index.html").QuerySelectorAll("li"));
    }

    [Fact]
    public void Write_PageIsGone_RemovesItAndNothingElse()
    {
        site.Write(SampleSite.Page("old"), SampleSite.Page("kept"));
        _ = site.Folder.Write("notes.html", "the user's own");

        site.Write(SampleSite.Page("kept"), SampleSite.Page("new"));

        Assert.Equal([".site-files", "index.html", "kept.html", "new.html", "notes.html", "site.css"], site.Folder.FileNames());
    }

    [Fact]
    public void Write_ManifestNamesFilesOutside_TheyStay()
    {
        string outside = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.txt");
        File.WriteAllText(outside, "precious");
        site.Write(SampleSite.Page("a"));
        File.AppendAllText(site.Folder[".site-files"], $"../{Path.GetFileName(outside)}\n{outside}\n\n.\n..\nno/such/folder/x\n");

        site.Write(SampleSite.Page("b"));

        Assert.True(File.Exists(outside));
        File.Delete(outside);
        Assert.Equal([".site-files", "b.html", "index.html", "site.css"], site.Folder.FileNames());
    }

    [Fact]
    public void Write_SamePagesTwice_GivesTheSameBytes()
    {
        site.Write(SampleSite.Page("a", SampleSite.Prose("# T"), SampleSite.Code("1")));
        byte[] first = File.ReadAllBytes(site.Folder["a.html"]);

        site.Write(SampleSite.Page("a", SampleSite.Prose("# T"), SampleSite.Code("1")));

        Assert.Equal(first, File.ReadAllBytes(site.Folder["a.html"]));
    }

    [Fact]
    public void Write_NotebookIsCalledIndex_BothHaveTheirPage()
    {
        site.Write(SampleSite.Page("index", SampleSite.Prose("# Mine\n\n[self](index.ipynb)")));

        Assert.Equal("index-notebook.html", site.Read("index.html").QuerySelector("main a")!.GetAttribute("href"));
        Assert.Equal("index-notebook.html", site.Read("index-notebook.html").QuerySelector("main a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("a", "A", "called 'A'")]
    [InlineData("a", "../b", "'../b' cannot be")]
    [InlineData("a", "", "'' cannot be")]
    public void Write_NamesCannotBe_ThrowsAndWritesNothing(string first, string second, string problem)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => site.Write(SampleSite.Page(first), SampleSite.Page(second)));

        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Empty(site.Folder.FileNames());
    }
}
