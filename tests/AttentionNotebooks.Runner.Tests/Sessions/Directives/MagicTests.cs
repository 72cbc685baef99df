using AngleSharp.Html.Parser;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Sessions.Directives;

[Collection(ProcessWide.Name)]
public sealed class MagicTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("#!markdown", "text/markdown")]
    [InlineData("#!html", "text/html")]
    public async Task TextMagic_InACell_ShowsItsTextAsItIs(string magic, string mimeType)
    {
        var cell = await session.RunAsync($"{magic}\n# It's <b>text</b>\n");

        Assert.Equal([new(mimeType, "# It's <b>text</b>")], Assert.Single(cell.Displays).Data);
    }

    [Fact]
    public async Task Languages_MixedInACell_RunInOrder()
    {
        var cell = await session.RunAsync("var x = 1;\nConsole.Write(x);\n#!markdown\n*text*\n#!csharp\nx++;\nConsole.Write(x);");

        Assert.Equal(["1", "*text*", "2"], cell.Outputs.Select(output => output is StreamOutput stream ? stream.Text : ((DisplayOutput)output).Data["text/markdown"]));
    }

    [Fact]
    public async Task Error_BelowText_HasTheCellsOwnLine()
    {
        Assert.Equal(4, (await session.RunAsync("#!markdown\n*text*\n#!csharp\nthrow new Exception();")).Error.Line);
        Assert.Equal(4, (await session.RunAsync("#!markdown\n*text*\n#!csharp\nnonsense();")).Error.Line);
    }

    [Fact]
    public async Task UnknownMagic_BelowCode_IsToldBeforeTheCodeRuns()
    {
        var cell = await session.RunAsync("Console.Write(1);\n#!nothing");

        Assert.Equal(2, cell.Error.Line);
        Assert.Contains("'#!nothing'", cell.Error.Message);
        Assert.Contains("#!lsmagic", cell.Error.Message);
        Assert.Empty(cell.Text(StreamName.Stdout));
    }

    [Theory]
    [InlineData("#!time\nConsole.Write(1);", "Succeeded")]
    [InlineData("#!time\nConsole.Write(1);\nthrow new Exception();", "Failed")]
    public async Task Time_OfACell_IsShownWhenItHasEnded(string source, string outcome)
    {
        var cell = await session.RunAsync(source);

        Assert.Equal(outcome, session.Outcome.ToString());
        Assert.Matches(@"^Wall time: \d+(\.\d+)? ms$", Assert.Single(cell.Displays).Data["text/plain"]);
        Assert.IsType<DisplayOutput>(cell.Outputs[^1]);
    }

    [Fact]
    public async Task Whos_AfterSomeCells_ListsEachVariableOnceWithTypeAndValue()
    {
        await session.RunAsync("var text = 1; var list = new List<(int, string)> { (1, \"a\") }; record Point(int X); var point = new Point(3);");
        var cell = await session.RunAsync("var text = \"<b>\\n&amp;\";\n#!whos");
        var table = new HtmlParser().ParseDocument(Assert.Single(cell.Displays).Data["text/html"]);
        var rows = table.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(data => data.TextContent).ToArray()).ToList();

        Assert.Equal(["list", "point", "text"], rows.Select(row => row[0]));
        Assert.Equal(["List<ValueTuple<Int32,String>>", "Point", "String"], rows.Select(row => row[1]));
        Assert.Equal("<b> &amp;", rows[2][2]);
        Assert.Contains("text      String", cell.Displays.Single().Data["text/plain"]);
    }

    [Fact]
    public async Task Whos_OfAValueThatCannotBeShown_TellsSoInItsRow()
    {
        await session.RunAsync("class Shy { public override string ToString() => throw new InvalidOperationException(\"no\"); public int P => throw new InvalidOperationException(\"no\"); } var shy = new Shy(); var x = 1;");
        var cell = await session.RunAsync("#!whos");

        Assert.Equal(CellOutcome.Succeeded, session.Outcome);
        Assert.Equal(3, cell.Displays.Single().Data["text/plain"].Split('\n').Length);
    }

    [Fact]
    public async Task Who_AfterACell_ListsTheNames()
    {
        await session.RunAsync("var b = 1; var a = 2;");

        Assert.Equal("Variable\na\nb", (await session.RunAsync("#!who")).Displays.Single().Data["text/plain"]);
    }

    [Fact]
    public async Task About_InACell_NamesTheVersions()
    {
        var text = (await session.RunAsync("#!about")).Displays.Single().Data["text/plain"];

        Assert.Contains(Environment.Version.ToString(), text);
        Assert.Matches(@"AttentionNotebooks\s+not loaded", text);
        Assert.Matches(@"Roslyn\)\s+5\.", text);
    }

    [Fact]
    public async Task LsMagic_InACell_ListsEveryMagicWithALine()
    {
        var text = (await session.RunAsync("#!lsmagic")).Displays.Single().Data["text/plain"];

        string[] names = ["#!about", "#!csharp, #!c#", "#!html", "#!lsmagic", "#!markdown", "#!time", "#!who", "#!whos"];
        foreach (var name in names)
            Assert.Contains(text.Split('\n'), line => line.StartsWith(name + "  ", StringComparison.Ordinal));
    }
}
