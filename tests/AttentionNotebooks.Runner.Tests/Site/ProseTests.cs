using AngleSharp.Dom;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Site;
using AttentionNotebooks.Runner.Tests.Files;

namespace AttentionNotebooks.Runner.Tests.Site;

public sealed class ProseTests : IDisposable
{
    private readonly SampleSite site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("a $x_1 * y_2$ b", "p math:not([display])")]
    [InlineData("a $$x$$ b", "p math[display=block]")]
    [InlineData("$$\nx\n$$", ".prose > .formula math[display=block]")]
    [InlineData("$$\n\\begin{aligned}\na &= b \\\\\n- c &= d\n\\end{aligned}\n$$", "mtable mtr:nth-child(2)")]
    [InlineData("$$a\n= b$$", ".prose > .formula math[display=block]")]
    [InlineData("$$ x $$", ".prose > .formula math[display=block]")]
    [InlineData("text\n$$\nx\n$$\ntext", ".prose > .formula math")]
    [InlineData("$$\\begin{aligned}\na &= b \\\\\n\n+ c\n\\end{aligned}$$\n\n- item", ".prose > .formula mtable mtr:nth-child(2)")]
    [InlineData("- item\n\n  $$\n  x\n  $$\n- b", "li .formula math[display=block]")]
    [InlineData("> $$\n> x\n> $$", "blockquote .formula math[display=block]")]
    [InlineData("- item $x$", "li math")]
    [InlineData("|a|\n|-|\n|$x$|", "td math")]
    public void Formula_WhereverItStands_IsMathMl(string markdown, string selector)
    {
        IElement main = site.MainOf(SampleSite.Prose(markdown));

        Assert.Single(main.QuerySelectorAll(selector));
        Assert.Empty(main.QuerySelectorAll("merror, em"));
    }

    [Theory]
    [InlineData("$$ open")]
    [InlineData("$$\nopen\n\nand more")]
    [InlineData("$$\n\nx$$ must not be lost")]
    [InlineData("costs $5 and $10")]
    [InlineData("```\n$$\nx\n$$\n```")]
    [InlineData("`$x$` and \\$x\\$")]
    public void Dollars_AreNoFormula_StayText(string markdown)
    {
        IElement main = site.MainOf(SampleSite.Prose(markdown));

        Assert.Empty(main.QuerySelectorAll("math"));
        Assert.Contains('$', main.TextContent);
        Assert.Equal(markdown.Contains("lost", StringComparison.Ordinal), main.TextContent.Contains("lost", StringComparison.Ordinal));
    }

    [Fact]
    public void Markdown_InlineHtml_IsKept() => Assert.NotNull(site.MainOf(SampleSite.Prose("a <kbd>Ctrl</kbd>\n\n<details><summary>s</summary>x</details>")).QuerySelector("details summary"));

    [Fact]
    public void Markdown_CSharpCode_HasColours() => Assert.Equal("var", site.MainOf(SampleSite.Prose("```csharp\nvar x = 1;\n```")).QuerySelector("pre .keyword")!.TextContent);

    [Theory]
    [InlineData("02-two.ipynb", "02-two.html")]
    [InlineData("./02-two.ipynb#Step-Two", "02-two.html#step-two")]
    [InlineData("with%20blank.ipynb", "with%20blank.html")]
    [InlineData("elsewhere.ipynb", "elsewhere.ipynb")]
    [InlineData("other/02-two.ipynb", "other/02-two.ipynb")]
    [InlineData("https://example.org/02-two.ipynb", "https://example.org/02-two.ipynb")]
    [InlineData("#The-Title", "#the-title")]
    [InlineData("#nowhere-Else", "#nowhere-Else")]
    public void Link_ToANotebook_LeadsToItsPage(string written, string expected)
    {
        site.Write(SampleSite.Page("01", SampleSite.Prose($"# The Title\n\n[x]({written})")), SampleSite.Page("02-two"), SampleSite.Page("with blank"));

        Assert.Equal(expected, site.Read("01.html").QuerySelector("main p a")!.GetAttribute("href"));
    }

    [Fact]
    public void Picture_IsAttached_StandsInThePage()
    {
        Cell cell = NotebookFileCell("""{"cell_type": "markdown", "id": "a", "metadata": {}, "source": "![d](attachment:a%20b.png)", "attachments": {"a b.png": {"image/png": "QUJD"}}}""");

        Assert.Equal("data:image/png;base64,QUJD", site.MainOf(cell).QuerySelector("img")!.GetAttribute("src"));
    }

    [Fact]
    public void Picture_LiesBesideTheNotebook_IsCopied()
    {
        using ScratchFolder source = new();
        _ = Directory.CreateDirectory(source["pictures"]);
        _ = source.Write("pictures/a b.png", "picture");
        _ = source.Write("secret.txt", "text");
        SitePage page = SampleSite.Page("my page", SampleSite.Prose("![](pictures/a%20b.png) ![](secret.txt) ![](../x.png) ![](missing.png)")) with { SourceFolder = source.Path };

        site.Write(page);

        Assert.Equal([".site-files", "index.html", "my page-files/pictures/a b.png", "my page.html", "site.css"], site.Folder.FileNames());
        Assert.Equal("picture", File.ReadAllText(site.Folder["my page-files/pictures/a b.png"]));
        Assert.Equal(
            ["my%20page-files/pictures/a%20b.png", "secret.txt", "../x.png", "missing.png"],
            site.Read("my page.html").QuerySelectorAll("img").Select(picture => picture.GetAttribute("src")));
    }

    private static Cell NotebookFileCell(string json) => Documents.NotebookText.Read(Documents.NotebookText.OfCell(json)).Cells[0];
}
