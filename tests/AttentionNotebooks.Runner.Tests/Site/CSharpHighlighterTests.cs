using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AttentionNotebooks.Runner.Site.Cells;

namespace AttentionNotebooks.Runner.Tests.Site;

public sealed class CSharpHighlighterTests
{
    [Theory]
    [InlineData("var x = 1;", "keyword:var number:1")]
    [InlineData("var var = nameof(x);", "keyword:var")]
    [InlineData("foreach (var x in y) await z; // done", "keyword:foreach keyword:var keyword:in keyword:await comment:// done")]
    [InlineData("#r \"nuget: A, 1.0\"\n1", "directive:#r \"nuget: A, 1.0\"\n number:1")]
    [InlineData("#!csharp\n1", "directive:#!csharp\n number:1")]
    [InlineData("$\"a{1}b\"", "string:$\" string:a number:1 string:b string:\"")]
    [InlineData("\"\"\"raw\"\"\" + 'c'", "string:\"\"\"raw\"\"\" string:'c'")]
    [InlineData("/* c */ record R(int X);", "comment:/* c */ keyword:record keyword:int")]
    public void Highlight_Code_MarksItsParts(string code, string marks)
    {
        IEnumerable<string> spans = Parse(code).QuerySelectorAll("span").Select(span => $"{span.ClassName}:{span.TextContent}");

        Assert.Equal(marks, string.Join(' ', spans));
    }

    [Fact]
    public void Highlight_RandomPieces_LosesNoCharacter()
    {
        string[] pieces =
        [
            "x", " ", "\n", "\t", "\"", "'", "$\"", "\"\"\"", "{", "}", "(", ")", "#r ", "#if", "#endif\n", "#i \"x\"\n", "//", "/*", "*/", "///", "<a>", "&", "var ", "await ", "1.5e", "@", "😀", "\\",
        ];
        Random random = new(3);

        for (int turn = 0; turn < 1_000; turn++)
        {
            string code = string.Concat(random.GetItems(pieces, random.Next(1, 20)));
            Assert.Equal(code, Parse(code).TextContent);
        }
    }

    private static IElement Parse(string code) => new HtmlParser().ParseDocument($"<body><code>{CSharpHighlighter.Highlight(code)}</code>").QuerySelector("code")!;
}
