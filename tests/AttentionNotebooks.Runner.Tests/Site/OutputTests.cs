using AngleSharp.Dom;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Tests.Site;

public sealed class OutputTests : IDisposable
{
    private readonly SampleSite site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("text/html", "<table><tr><td>1</td></tr></table>", "table")]
    [InlineData("image/svg+xml", "<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", "svg")]
    [InlineData("image/png", "iVBO\nRw0K", "img[src='data:image/png;base64,iVBORw0K'][alt]")]
    [InlineData("text/markdown", "**b** $x$", "strong")]
    [InlineData("text/latex", "$$\\frac{a}{b}$$", "math[display=block] mfrac")]
    [InlineData("text/plain", "plain", "pre.plain")]
    [InlineData("application/json", "{}", "pre.plain")]
    [InlineData("application/x-unknown", "?", "p.caption")]
    public void Display_OneMimeType_IsShown(string mimeType, string text, string selector) =>
        Assert.Single(site.OutputOf(SampleSite.Display((mimeType, text))).QuerySelectorAll(selector));

    [Fact]
    public void Display_SeveralMimeTypes_TheRichestIsShown()
    {
        (string, string)[] byRank =
        [
            ("text/html", "<i>html</i>"), ("image/svg+xml", "<svg></svg>"), ("image/png", "AAAA"), ("text/markdown", "*md*"), ("text/latex", "x"), ("text/plain", "plain"),
        ];
        string[] selectors = ["i", "svg", "img", "em", "math", "pre"];

        for (int rank = 0; rank < byRank.Length; rank++)
        {
            IElement output = site.OutputOf(SampleSite.Display([.. byRank.Skip(rank).Reverse()]));
            Assert.NotNull(output.QuerySelector(selectors[rank]));
            Assert.All(selectors.Skip(rank + 1), other => Assert.Null(output.QuerySelector(other)));
        }
    }

    [Fact]
    public void Svg_HasAProlog_ItIsNotShown()
    {
        IElement output = site.OutputOf(SampleSite.Display(("image/svg+xml", "<?xml version='1.0'?>\n<!DOCTYPE svg PUBLIC 'a' 'b'>\n<svg></svg>")));

        Assert.DoesNotContain("<!--?xml", output.InnerHtml, StringComparison.Ordinal);
        Assert.Equal("", output.TextContent.Trim());
    }

    [Fact]
    public void Streams_InPieces_AreJoinedAndAnsiIsRemoved()
    {
        IElement output = site.OutputOf(
            new StreamOutput(StreamName.Stdout, "\u001b[1;31mre"), new StreamOutput(StreamName.Stdout, "d\u001b[0m \u001b]0;title\u0007x"), new StreamOutput(StreamName.Stderr, "oh"));

        Assert.Equal("red x", Assert.Single(output.QuerySelectorAll("pre.stdout")).TextContent);
        Assert.Equal("oh", Assert.Single(output.QuerySelectorAll("pre.stderr")).TextContent);
        Assert.Contains("stderr", output.QuerySelector(".caption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Stream_BeginsWithANewline_KeepsIt() =>
        Assert.Equal("\n\nx", site.OutputOf(new StreamOutput(StreamName.Stdout, "\n\nx")).QuerySelector("pre")!.TextContent);

    [Fact]
    public void Error_WithTraceback_ShowsNameMessageLineAndTraceback()
    {
        IElement error = site.OutputOf(new ErrorOutput("ShapeException", "bad\nshape", ["at a", "\u001b[31mat b"], Line: 3)).QuerySelector(".error")!;

        Assert.Equal("ShapeException: bad\nshape (line 3)", error.QuerySelector(".message")!.TextContent);
        Assert.Equal("at a\nat b", error.QuerySelector("pre")!.TextContent);
    }
}
