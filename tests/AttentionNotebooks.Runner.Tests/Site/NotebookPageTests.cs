using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Site;

namespace AttentionNotebooks.Runner.Tests.Site;

public sealed class NotebookPageTests : IDisposable
{
    private readonly SampleSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public void Page_Any_HasLanguageViewportLandmarksAndOneMainHeading()
    {
        IHtmlDocument page = site.PageOf(SampleSite.Prose("# Title\n\n## A\n\n## B"));

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.QuerySelector("meta[name=viewport]"));
        Assert.StartsWith("Title", page.Title, StringComparison.Ordinal);
        Assert.All(["header", "main", "footer", "nav.contents"], landmark => Assert.Single(page.QuerySelectorAll(landmark)));
        Assert.Equal("Title", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal(page.QuerySelector("main"), page.QuerySelector(page.QuerySelector("a.skip")!.GetAttribute("href")!));
    }

    [Fact]
    public void Page_Any_AsksTheNetworkForNothingAndHasNoScript()
    {
        IHtmlDocument page = site.PageOf(SampleSite.Prose("# Title $x$"), SampleSite.Code("1", SampleSite.Display(("image/png", "AAAA"))));

        Assert.Empty(page.QuerySelectorAll("script"));
        IEnumerable<string> addresses = page.QuerySelectorAll("[src], link[href]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!);
        Assert.All(addresses, address => Assert.True(address == "site.css" || address.StartsWith("data:", StringComparison.Ordinal), address));
        Assert.DoesNotMatch(@"url\(|@import|https?:", File.ReadAllText(site.Folder["site.css"]));
    }

    [Fact]
    public void Page_Always_NoIdComesTwice()
    {
        IHtmlDocument page = site.PageOf(SampleSite.Prose("# A\n\n## A\n\n## a", "p1"), SampleSite.Prose("## A\n\n## A 1\n\n## !", "p2"), SampleSite.Code("x"));

        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(6, page.QuerySelectorAll("main :is(h1, h2)[id]").Length);
    }

    [Fact]
    public void Contents_Headings_LeadToThem()
    {
        IHtmlDocument page = site.PageOf(SampleSite.Prose("# T\n\n## One $W^q$ [link](x)\n\n### Two `c`\n\n## <b>Three</b>"));

        IElement[] entries = [.. page.QuerySelectorAll("nav.contents a")];
        Assert.Equal(["h2", "h3", "h2"], entries.Select(entry => page.QuerySelector(entry.GetAttribute("href")!)!.LocalName));
        Assert.NotNull(entries[0].QuerySelector("math"));
        Assert.Equal("Two c", entries[1].TextContent);
        Assert.Equal("Three", entries[2].TextContent);
    }

    [Fact]
    public void Page_NotebookHasNoHeading_TakesItsName()
    {
        IHtmlDocument page = site.PageOf(SampleSite.Code("1"));

        Assert.Equal("page", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void Cell_WithCodeAndOutputs_IsOneNamedGroup()
    {
        IElement cell = Assert.Single(site.MainOf(SampleSite.Prose("a"), SampleSite.Code("1 + 1", new StreamOutput(StreamName.Stdout, "2"))).QuerySelectorAll("section.code"));

        Assert.Equal(("group", "Cell 1"), (cell.GetAttribute("role"), cell.GetAttribute("aria-label")));
        Assert.Equal("1 + 1", cell.QuerySelector(".input code")!.TextContent);
        Assert.Equal("Outputs of cell 1", cell.QuerySelector(".outputs")!.GetAttribute("aria-label"));
    }

    [Fact]
    public void ScrollBoxes_All_AreReachedByTheKeyboardAndNamed()
    {
        IElement main = site.MainOf(
            SampleSite.Prose("$$x$$\n\n|a|\n|-|\n|b|\n\n```\ncode\n```"),
            SampleSite.Code("x", SampleSite.Display(("text/html", "<b>x</b>")), SampleSite.Display(("text/plain", "x"))));

        IElement[] boxes = [.. main.QuerySelectorAll(".scroll")];
        Assert.Equal(6, boxes.Length);
        Assert.All(boxes, box => Assert.Equal("0", box.GetAttribute("tabindex")));
        Assert.All(boxes, box => Assert.False(string.IsNullOrEmpty(box.GetAttribute("aria-label"))));
        Assert.All(main.QuerySelectorAll("pre, table"), element => Assert.NotNull(element.Closest(".scroll")));
    }

    [Fact]
    public void Neighbours_ThreePages_LeadBackAndForth()
    {
        site.Write(SampleSite.Page("1 a"), SampleSite.Page("2#b", SampleSite.Prose("# Bee")), SampleSite.Page("3"));

        Assert.Equal((null, "2%23b.html"), Neighbours("1 a.html"));
        Assert.Equal(("1%20a.html", "3.html"), Neighbours("2#b.html"));
        Assert.Equal(("2%23b.html", null), Neighbours("3.html"));
    }

    [Fact]
    public void Page_NotebookFailed_SaysSoAndLeadsToTheError()
    {
        SitePage failed = SampleSite.Page("page", SampleSite.Prose("# T"), SampleSite.Code("x", new ErrorOutput("Boom", "m", []))) with { Failed = true };
        site.Write(failed, SampleSite.Page("fine"));

        IHtmlDocument page = site.Read("page.html");
        IElement notice = page.QuerySelector("main .failure")!;
        Assert.Contains("failed", notice.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(notice.QuerySelector("a")!.GetAttribute("href")!)!.QuerySelector(".error"));
        Assert.Null(site.Read("fine.html").QuerySelector(".failure"));
        Assert.Single(site.Read("index.html").QuerySelectorAll("li .badge"));
    }

    private (string? Previous, string? Next) Neighbours(string name)
    {
        IHtmlDocument page = site.Read(name);
        return (page.QuerySelector("footer a[rel=prev]")?.GetAttribute("href"), page.QuerySelector("footer a[rel=next]")?.GetAttribute("href"));
    }
}
