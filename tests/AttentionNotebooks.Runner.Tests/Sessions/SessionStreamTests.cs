using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Sessions;

[Collection(ProcessWide.Name)]
public sealed class SessionStreamTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Streams_WrittenInTurn_KeepTheirOrder()
    {
        var cell = await session.RunAsync("Console.Write(\"a\"); Console.Error.Write(\"b\"); Console.Write('c');");

        Assert.Equal(
            [(StreamName.Stdout, "a"), (StreamName.Stderr, "b"), (StreamName.Stdout, "c")],
            cell.Outputs.Cast<StreamOutput>().Select(output => (output.Name, output.Text)));
    }

    [Fact]
    public async Task Text_OfEveryOverload_Arrives()
    {
        var cell = await session.RunAsync("""
            Console.WriteLine("line"); Console.WriteLine(); Console.Write("{0}-{1}", 1, 2); Console.Write(new[] { 'x', 'y' });
            await Console.Out.WriteLineAsync("async"); Console.Out.Write("span".AsSpan());
            """);

        Assert.Equal("line\n\n1-2xyasync\nspan", cell.Text(StreamName.Stdout));
    }

    [Fact]
    public async Task Text_OfOtherThreadsAndTasks_BelongsToTheRunningCell()
    {
        var cell = await session.RunAsync("""
            var thread = new System.Threading.Thread(() => Console.Write("thread ")); thread.Start(); thread.Join();
            await Task.Run(() => Console.Write("task"));
            """);

        Assert.Equal("thread task", cell.Text(StreamName.Stdout));
    }

    [Fact]
    public async Task Text_WrittenWhileTheCellRuns_ArrivesBeforeItsEnd()
    {
        using var heard = new ManualResetEventSlim();
        AppDomain.CurrentDomain.SetData("heard", heard);
        await session.RunAsync(
            "Console.Write(\"now\"); ((System.Threading.ManualResetEventSlim)AppDomain.CurrentDomain.GetData(\"heard\")).Wait();",
            output => { if (output is StreamOutput) heard.Set(); });

        Assert.Equal(CellOutcome.Succeeded, session.Outcome);
    }

    [Fact]
    public async Task WriterOfAnEarlierCell_WrittenInALaterOne_BelongsToTheLaterOne()
    {
        await session.RunAsync("var writer = Console.Out;");

        Assert.Equal("later", (await session.RunAsync("writer.Write(\"later\");")).Text(StreamName.Stdout));
    }

    [Fact]
    public async Task ManySmallWrites_OfOneCell_AreBatched()
    {
        var cell = await session.RunAsync("for (var i = 0; i < 100_000; i++) Console.Write('x');");

        Assert.Equal(100_000, cell.Text(StreamName.Stdout).Length);
        Assert.True(cell.Outputs.Count < 1_000, $"{cell.Outputs.Count} outputs");
    }

    [Theory]
    [InlineData("GetInput(\"Name?\")")]
    [InlineData("await GetInputAsync(\"Name?\")")]
    [InlineData("await GetPasswordAsync(\"Secret?\")")]
    public async Task Question_WithoutAFrontEnd_IsAClearError(string code)
    {
        var cell = await session.RunAsync(code);

        Assert.Contains("nobody to ask", cell.Error.Message);
    }
}
