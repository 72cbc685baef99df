using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Sessions.Languages;

[Collection(ProcessWide.Name)]
public sealed class LanguageStateTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Questions_WhileACellRuns_AreAnsweredFromTheStateBeforeIt()
    {
        await session.RunAsync("var earlier = 1;");
        using var interruption = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var running = session.RunAsync(
            "var running = 1; display(\"started\"); while (true) { }",
            output => { if (output is DisplayOutput) started.SetResult(); },
            interruption);
        await started.Task;

        Assert.Equal(["earlier"], await session.OffersAsync("earl|"));
        Assert.Empty(await session.OffersAsync("runn|"));
        Assert.Contains("int earlier", (await session.InspectAsync("earl|ier"))!.Text);

        await interruption.CancelAsync();
        await running;
        Assert.Equal(CellOutcome.Cancelled, session.Outcome);
        Assert.Empty(await session.OffersAsync("runn|"));
    }

    [Fact]
    public async Task Package_OfACell_IsKnownWithWhatItsExtensionImports()
    {
        var feed = new LocalFeed(session.Folder.Path);
        var id = LocalFeed.NewId("Traced");
        feed.Pack(
            id,
            "1.0.0",
            "namespace Traces { public class Trace { public int Map(int layer) => layer; } public static class Views { public static int HeadView(this Trace trace) => 1; } }",
            extension: "#!csharp\nusing Traces;\nusing static Traces.Views;");
        await session.RunAsync("var before = 1;");
        Assert.Equal(["before"], await session.OffersAsync("befo|"));
        await session.RunAsync($"#r \"nuget: {id}\"\nvar trace = new Trace();");

        var offers = await session.OffersAsync("trace.|");
        Assert.Contains("Map", offers);
        Assert.Contains("HeadView", offers);
        Assert.Equal(["before"], await session.OffersAsync("befo|"));
    }

    [Fact]
    public async Task TwoHundredCells_BeforeTheFirstQuestion_AreAllSeen()
    {
        for (var i = 0; i < 200; i++) await session.RunAsync($"var value{i} = {i}; int Next{i}(int x) => x + value{i};");

        Assert.Equal(200, (await session.OffersAsync("Next199(valu|e0)")).Count(text => text.StartsWith("value", StringComparison.Ordinal)));
        Assert.Equal(["value199"], await session.OffersAsync("value199|"));
        await session.RunAsync("var last = value7.ToString();");
        Assert.Contains("string last", (await session.InspectAsync("las|t"))!.Text);
    }

    [Fact]
    public async Task LongSession_WithAllThatHidesOrImports_IsStillUnderstood()
    {
        for (var i = 0; i < 90; i++)
        {
            await session.RunAsync($"/// <summary>Number {i}.</summary>\nint Next{i}(int x) => x + {i};\nNext{i}(1) // shown");
            if (i % 20 == 5) await session.RunAsync($"var again = {(i > 60 ? "1" : "\"text\"")};\n#nullable enable\nint? none{i} = null;");
            if (i == 40) await session.RunAsync("using System.Globalization;\nstatic int Twice(this int x) => 2 * x;");
        }

        Assert.Equal(90, (await session.OffersAsync("Next|")).Count(text => text.StartsWith("Next", StringComparison.Ordinal)));
        Assert.Contains("int again", (await session.InspectAsync("aga|in"))!.Text);
        Assert.Contains("Number 3.", (await session.InspectAsync("Nex|t3(1)"))!.Text);
        Assert.Contains("Number 70.", (await session.InspectAsync("Next70(|"))!.Text);
        Assert.Equal(["CultureInfo"], await session.OffersAsync("CultureI|"));
        Assert.Equal(["Twice"], await session.OffersAsync("again.Twi|"));
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(1000)]
    public async Task CursorOutsideOfTheCode_Completed_CountsAsItsEnd(int cursor)
    {
        var completion = await session.CompleteAsync("\"\".Leng", cursor);

        Assert.InRange(completion.Start, 0, 7);
    }

    [Fact]
    public async Task SameQuestions_AtTheSameTime_GiveTheSameAnswers()
    {
        await session.RunAsync("var number = 1;");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => session.OffersAsync("numb|")));

        Assert.All(answers, answer => Assert.Equal(["number"], answer));
    }
}
