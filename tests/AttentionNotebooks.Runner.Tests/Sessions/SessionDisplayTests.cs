using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Sessions;

[Collection(ProcessWide.Name)]
public sealed class SessionDisplayTests : IDisposable
{
    private const string ByNameSource = """
        class TypeFormatterSourceAttribute : Attribute
        {
            public TypeFormatterSourceAttribute(Type type) => FormatterSourceType = type;
            public Type FormatterSourceType { get; }
            public string[] PreferredMimeTypes { get; set; }
        }
        class Source { public IEnumerable<object> CreateTypeFormatters() => new object[] { new Html(), new Plain() }; }
        class Html { public string MimeType => "text/html"; public bool Format(object value, TextWriter writer) { writer.Write("<b>ours</b>"); return true; } }
        class Plain { public string MimeType => "text/plain"; public bool Format(object value, TextWriter writer) { writer.Write("ours"); return true; } }
        [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html", "text/plain" })]
        class Figure { }
        """;

    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("6 * 7", true)]
    [InlineData("6.ToString();", false)]
    [InlineData("var x = 1;", false)]
    [InlineData("(object)null", false)]
    [InlineData("Console.Write(1)", false)]
    [InlineData("", false)]
    public async Task LastExpression_OfACell_IsAResultIfItHasAValue(string source, bool hasResult)
    {
        var cell = await session.RunAsync(source);

        Assert.Equal(CellOutcome.Succeeded, session.Outcome);
        Assert.Equal(hasResult, cell.Displays.Any(display => display.IsResult));
    }

    [Fact]
    public async Task Result_OfAPlainObject_IsHtmlAsInDotNetInteractive()
    {
        var cell = await session.RunAsync("new { Name = \"a < b\" }");

        Assert.Equal(["text/html"], cell.Result.Data.Keys);
        Assert.Contains("a &lt; b", cell.Result.Data["text/html"]);
    }

    [Fact]
    public async Task Outputs_OfOneCell_ComeInOrder()
    {
        var cell = await session.RunAsync("Console.Write(\"one\"); display(\"two\"); Console.Write(\"three\"); \"four\"");

        Assert.Collection(
            cell.Outputs,
            output => Assert.Equal("one", Assert.IsType<StreamOutput>(output).Text),
            output => Assert.Equal("two", Assert.IsType<DisplayOutput>(output).Data["text/plain"]),
            output => Assert.Equal("three", Assert.IsType<StreamOutput>(output).Text),
            output => Assert.True(Assert.IsType<DisplayOutput>(output).IsResult));
    }

    [Theory]
    [InlineData("5.Display(\"text/plain\");", "text/plain", "5")]
    [InlineData("display(5, \"text/plain\");", "text/plain", "5")]
    [InlineData("\"<i>x</i>\".DisplayAs(\"text/html\");", "text/html", "<i>x</i>")]
    [InlineData("display(HTML(\"<i>x</i>\"));", "text/html", "<i>x</i>")]
    public async Task Display_InEachForm_ShowsTheValue(string source, string mimeType, string text)
    {
        var shown = Assert.Single((await session.RunAsync(source)).Displays);

        Assert.Equal(text, shown.Data[mimeType]);
        Assert.False(shown.IsResult);
    }

    [Fact]
    public async Task Display_InSeveralMimeTypes_GivesAllOfThem()
    {
        var cell = await session.RunAsync("display(\"x\", \"text/plain\", \"text/html\");");

        Assert.Equal(["text/plain", "text/html"], cell.Displays.Single().Data.Keys);
    }

    [Fact]
    public async Task Update_OfADisplayedValue_HasTheSameIdentity()
    {
        var cell = await session.RunAsync("var shown = display(1, \"text/plain\"); shown.Update(2); display(3);");

        var displays = cell.Displays.ToList();
        Assert.Equal("2", displays[1].Data["text/plain"]);
        Assert.Equal(displays[0].DisplayId, displays[1].DisplayId);
        Assert.NotEqual(displays[0].DisplayId, displays[2].DisplayId);
    }

    [Fact]
    public async Task Value_WithFormattersFoundByName_ShowsInTheirMimeTypes()
    {
        await session.RunAsync(ByNameSource);
        var cell = await session.RunAsync("new Figure()");

        Assert.Equal("<b>ours</b>", cell.Result.Data["text/html"]);
        Assert.Equal("ours", cell.Result.Data["text/plain"]);
    }

    [Fact]
    public async Task Formatter_Throws_IsAnErrorOfTheCell()
    {
        await session.RunAsync("class Broken { }");
        var cell = await session.RunAsync(
            "Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Broken>(_ => throw new InvalidOperationException(\"broken\"), \"text/html\");\nnew Broken()");

        Assert.Equal(CellOutcome.Failed, session.Outcome);
        Assert.Equal("broken", cell.Error.Message);
    }
}
