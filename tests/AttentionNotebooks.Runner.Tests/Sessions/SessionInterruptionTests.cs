using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Tests.Support;

namespace AttentionNotebooks.Runner.Tests.Sessions;

[Collection(ProcessWide.Name)]
public sealed class SessionInterruptionTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) Console.Write(1);")]
    [InlineData("await Task.Yield(); while (true) { }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    public async Task EndlessCell_Interrupted_StopsAndTheStateSurvives(string endless)
    {
        await session.RunAsync("var x = 41;");
        using var interruption = new CancellationTokenSource();
        var cell = await session.RunAsync(
            "display(\"started\");" + endless,
            output => { if (output is DisplayOutput) interruption.CancelAsync(); },
            interruption);

        Assert.Equal(CellOutcome.Cancelled, session.Outcome);
        Assert.DoesNotContain(cell.Outputs, output => output is ErrorOutput);
        Assert.Equal("42", await session.EvaluateAsync("x + 1"));
    }

    [Fact]
    public async Task WorkLeftRunning_AfterItsCell_GoesOn()
    {
        await session.RunAsync("var gate = new TaskCompletionSource(); var done = new TaskCompletionSource<int>();\nasync void Later() { await gate.Task; done.SetResult(3); }\nLater();");

        Assert.Equal("3", (await session.RunAsync("gate.SetResult(); display(await done.Task, \"text/plain\");")).Displays.Single().Data["text/plain"]);
    }
}
