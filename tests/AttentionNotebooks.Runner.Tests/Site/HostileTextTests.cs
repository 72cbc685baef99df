using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Tests.Site;

public sealed class HostileTextTests : IDisposable
{
    private const string Script = "<script>alert(1)</script>";
    private const string Image = "\"><img src=x onerror=alert(1)>'\u0000";

    private readonly SampleSite site = new();

    public void Dispose() => site.Dispose();

    public static TheoryData<string> Hostile => [Script, Image, "</pre></section></main>", "<!--", "&lt;&amp;", "]]>"];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Outputs_HostileText_IsShownAsText(string text)
    {
        IElement output = site.OutputOf(
            new StreamOutput(StreamName.Stdout, text),
            new StreamOutput(StreamName.Stderr, text),
            SampleSite.Display(("text/plain", text)),
            SampleSite.Display(("application/json", text)),
            SampleSite.Display(("text/latex", $@"\text{{{text}}}")),
            SampleSite.Display((text, "x")),
            new ErrorOutput(text, text, [text]));

        Assert.Empty(output.QuerySelectorAll("script, img"));
        string shown = text.Replace('\0', '\uFFFD');
        Assert.All(["pre.stdout", "pre.stderr", "pre.plain", "pre.traceback"], selector => Assert.Equal(shown, output.QuerySelector(selector)!.TextContent));
        Assert.Equal($"{shown}: {shown}", output.QuerySelector(".message")!.TextContent);
        Assert.Contains(shown, output.QuerySelectorAll(".caption")[^1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Code_HostileText_IsShownAsText(string text)
    {
        string code = $"var x = @\"{text}\"; // {text}";
        IElement main = site.MainOf(SampleSite.Code(code), new Cell("raw", CellKind.Raw, text));

        Assert.Empty(main.QuerySelectorAll("script, img"));
        Assert.Equal(code.Replace('\0', '\uFFFD'), main.QuerySelector("code")!.TextContent);
        Assert.Equal(text.Replace('\0', '\uFFFD'), main.QuerySelector("pre.plain")!.TextContent);
    }

    [Fact]
    public void Names_HostileText_AreShownAsText()
    {
        const string Name = "\"><img src=x onerror=alert(1)>&'";
        site.Write(SampleSite.Page(Name) with { Failed = true }, SampleSite.Page("2"));

        foreach (string file in (string[])["index.html", "2.html", $"{Name}.html"])
        {
            IHtmlDocument page = site.Read(file);
            Assert.Empty(page.QuerySelectorAll("img"));
            Assert.Contains(Name, page.DocumentElement.TextContent, StringComparison.Ordinal);
        }

        string link = site.Read("index.html").QuerySelector("main a")!.GetAttribute("href")!;
        Assert.Equal($"{Name}.html", Uri.UnescapeDataString(link));
    }

    [Fact]
    public void Headings_HostileText_AreShownAsTextWhereverTheyStand()
    {
        const string Heading = "# `<script>alert(1)</script>` &lt;img src=x&gt;\n\n`<script>` summary\n\n## `<script>`\n\n## b";
        site.Write(SampleSite.Page("1", SampleSite.Prose(Heading)), SampleSite.Page("2"));

        Assert.All(["index.html", "1.html", "2.html"], file => Assert.Empty(site.Read(file).QuerySelectorAll("script, img")));
        Assert.Equal($"{Script} <img src=x> · AttentionNotebooks", site.Read("1.html").Title);
        Assert.Equal("<script> summary", site.Read("index.html").QuerySelector("li p")!.TextContent);
    }

    [Fact]
    public void Formula_HostileText_IsShownAsText()
    {
        IElement main = site.MainOf(SampleSite.Prose(@"$\text{<img src=x>} <script>$ and $\<img>$"));

        Assert.Empty(main.QuerySelectorAll("script, img"));
        Assert.Contains("<img", main.QuerySelector("mtext")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void CellId_HostileText_StaysAnId()
    {
        IElement main = site.MainOf(new Cell(Image, CellKind.Code, "x"));

        Assert.Empty(main.QuerySelectorAll("img"));
    }
}
