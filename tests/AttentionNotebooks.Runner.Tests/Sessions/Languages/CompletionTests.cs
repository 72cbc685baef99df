using AttentionNotebooks.Runner.Sessions.Languages;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Sessions.Languages;

[Collection(ProcessWide.Name)]
public sealed class CompletionTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("var number = 1;", "num|", "number")]
    [InlineData("int Square(int x) => x * x;", "Squ|", "Square")]
    [InlineData("record Point(int Abscissa);", "new Point(1).Absc|", "Abscissa")]
    [InlineData("using System.Globalization;", "CultureI|", "CultureInfo")]
    [InlineData("using static System.Math;", "Acosh|", "Acosh")]
    [InlineData("static int Doubled(this int x) => 2 * x;", "3.Doub|", "Doubled")]
    [InlineData("class Box<T> { public T Held; }", "new Box<string>().Held.Leng|", "Length")]
    [InlineData("var pairs = new Dictionary<string, List<int>>();", "pairs[\"a\"].AddR|", "AddRange")]
    [InlineData("var (left, right) = (1, 2);", "rig|", "right")]
    [InlineData("var point = new { Abscissa = 1 };", "point.Absc|", "Abscissa")]
    public async Task Declaration_OfAnEarlierCell_IsOffered(string earlier, string marked, string expected)
    {
        await session.RunAsync(earlier);

        Assert.Equal([expected], await session.OffersAsync(marked));
    }

    [Theory]
    [InlineData("Console.WriteL|")]
    [InlineData("Console.WriteL|ine(1);")]
    [InlineData("if (true) { Console.WriteL|")]
    [InlineData("var s = $\"{Console.WriteL|")]
    [InlineData("var s = \"unfinished\nConsole.WriteL|")]
    [InlineData("Action<int> a = x => { Console.WriteL|; };")]
    [InlineData("// \uD83D\uDE00\nvar s = \"\uD83D\uDE00\"; Console.WriteL|")]
    public async Task UnfinishedCode_InACell_IsCompleted(string marked) => Assert.Contains("WriteLine", await session.OffersAsync(marked));

    [Theory]
    [InlineData("\"\uD83D\uDE00\".Leng|", 5, 9)]
    [InlineData("1.ToStr|ing()", 2, 10)]
    public async Task ReplacedSpan_OfACompletion_IsTheWordInUtf16Units(string marked, int start, int end)
    {
        var completion = await session.CompleteAsync(marked);

        Assert.Equal((start, end), (completion.Start, completion.End));
    }

    [Theory]
    [InlineData("var s = \"Console.|\";")]
    [InlineData("// Console.|")]
    [InlineData("#!markdown\nConsole.|")]
    public async Task TextThatIsNotCode_InACell_OffersNothing(string marked) => Assert.Empty(await session.OffersAsync(marked));

    [Fact]
    public async Task CodeBelowText_InOneCell_SeesTheCodeAboveIt() =>
        Assert.Equal(["number"], await session.OffersAsync("var number = 1;\n#!markdown\nIt's \"text\n#!csharp\nnumb|"));

    [Fact]
    public async Task RedeclaredVariable_InALaterCell_HasItsLastType()
    {
        await session.RunAsync("var x = 1;");
        await session.RunAsync("var x = \"text\";");

        Assert.Contains("Substring", await session.OffersAsync("x.|"));
        Assert.DoesNotContain("CompareExchange", await session.OffersAsync("x.|"));
        Assert.Single(await session.OffersAsync("x|"), "x");
    }

    [Fact]
    public async Task FailedCell_AfterwardsItsVariables_AreKnownAsFarAsTheyLive()
    {
        await session.RunAsync("var before = 1;");
        await session.RunAsync("var thrown = 1; throw new Exception();");
        await session.RunAsync("var broken = ;");

        Assert.Equal(["before"], await session.OffersAsync("befo|"));
        Assert.Equal(["thrown"], await session.OffersAsync("thrown|"));
        Assert.Empty(await session.OffersAsync("brok|"));
    }

    [Fact]
    public async Task TypeOfANamespaceThatIsNotImported_InACell_IsNotOffered()
    {
        Assert.DoesNotContain("CultureInfo", await session.OffersAsync("CultureInf|"));
        Assert.DoesNotContain("ToFrozenSet", await session.OffersAsync("new[] { 1 }.ToFroz|"));
    }

    [Fact]
    public async Task Matches_OfAName_BeginWithTheExactCase()
    {
        await session.RunAsync("var Name1 = 1; var name2 = 2;");

        Assert.Equal("Name1", (await session.OffersAsync("name|"))[^1]);
        Assert.Equal("Name1", (await session.OffersAsync("Name|"))[0]);
        Assert.Contains("name2", await session.OffersAsync("Name|"));
    }

    [Theory]
    [InlineData("\"\".Leng|", "property")]
    [InlineData("\"\".Substr|", "method")]
    [InlineData("new[] { 1 }.Sele|", "method")]
    [InlineData("StringBuild|", "class")]
    [InlineData("DateTi|", "struct")]
    [InlineData("foreac|", "keyword")]
    [InlineData("System.Thre|", "namespace")]
    [InlineData("DayOfWeek.Mon|", "constant")]
    public async Task Match_OfACompletion_SaysWhatItIs(string marked, string kind) =>
        Assert.Equal(kind, (await session.CompleteAsync(marked)).Matches[0].Kind);

    [Fact]
    public async Task NameThatIsAKeyword_InACompletion_IsInsertedAsCode()
    {
        await session.RunAsync("class Box { public int @class; }");

        Assert.Contains("@class", await session.OffersAsync("new Box().|"));
    }

    [Theory]
    [InlineData("#!ma|", "#!markdown")]
    [InlineData("var x = 1;\n#!who|s", "#!who")]
    public async Task MagicName_InADirective_IsCompleted(string marked, string expected)
    {
        var completion = await session.CompleteAsync(marked);

        Assert.Contains(new CompletionMatch(expected, "magic"), completion.Matches);
        Assert.Equal(marked.Length - 1, completion.End);
        Assert.Equal(marked.LastIndexOf('#'), completion.Start);
    }

    [Fact]
    public async Task AllMagicNames_AfterTheirSign_AreOffered() =>
        Assert.Superset(new HashSet<string> { "#!time", "#!whos", "#!about", "#!html", "#!csharp", "#!lsmagic" }, (await session.OffersAsync("#!|")).ToHashSet());

    [Fact]
    public async Task PackageId_OfALocalFeed_IsCompleted()
    {
        var feed = new LocalFeed(session.Folder.Path);
        feed.Pack("Some.Package", "1.2.3-rc.1");
        feed.Pack("Other", "1.0.0");

        Assert.Equal(["Some.Package"], await session.OffersAsync("#r \"nuget: so|"));
        Assert.Equal(["Other", "Some.Package"], await session.OffersAsync("#r \"nuget:|\""));
    }
}
