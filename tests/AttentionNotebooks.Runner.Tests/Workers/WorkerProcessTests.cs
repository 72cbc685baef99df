using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Tests.Support;
using AttentionNotebooks.Runner.Workers;

namespace AttentionNotebooks.Runner.Tests.Workers;

public sealed class WorkerProcessTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();
    private readonly WorkerProcess worker;
    private int cells;

    public WorkerProcessTests() => worker = WorkerProcess.Start(folder.Path, time);

    public async ValueTask DisposeAsync()
    {
        await worker.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Cells_OfOneWorker_ShareTheirStateAndGiveAllKindsOfOutput()
    {
        await RunAsync("var x = 1;");
        var (outcome, cell) = await RunAsync("Console.Write(\"ä\\n\"); display(x, \"text/plain\"); throw new InvalidOperationException(\"boom\");");

        Assert.Equal(CellOutcome.Failed, outcome);
        Assert.Collection(
            cell.Outputs,
            output => Assert.Equal(new StreamOutput(StreamName.Stdout, "ä\n"), output),
            output => Assert.Equal("1", Assert.IsType<DisplayOutput>(output).Data["text/plain"]),
            output => Assert.Equal(("boom", 1), (Assert.IsType<ErrorOutput>(output).Message, ((ErrorOutput)output).Line)));
    }

    [Fact]
    public async Task RawStreams_WrittenPastTheConsole_BelongToTheirCell()
    {
        var (_, cell) = await RunAsync("Console.OpenStandardOutput().Write(\"out\"u8); Console.OpenStandardError().Write(\"error\"u8);");
        var (_, next) = await RunAsync("1");

        Assert.Equal("out", cell.Text(StreamName.Stdout));
        Assert.Equal("error", cell.Text(StreamName.Stderr));
        Assert.DoesNotContain(next.Outputs, output => output is StreamOutput);
    }

    [Fact]
    public async Task CellThatEndsTheProcess_IsAnErrorWithTheExitCode()
    {
        var (outcome, cell) = await RunAsync("Console.Write(\"last words\"); Environment.Exit(7);");
        var (after, _) = await RunAsync("1");

        Assert.Equal(CellOutcome.Failed, outcome);
        Assert.Contains("exit code 7", cell.Error.Message);
        Assert.Equal(CellOutcome.Failed, after);
    }

    [Fact]
    public async Task CellThatOverflowsTheStack_IsAnErrorOfThatCell()
    {
        var (outcome, cell) = await RunAsync("int F(int x) => F(x + 1) + 1; F(0)");

        Assert.Equal(CellOutcome.Failed, outcome);
        Assert.Equal("ProcessExited", cell.Error.Name);
        Assert.Contains("overflow", cell.Text(StreamName.Stderr), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task CellThatReadsTheConsole_FindsItEmpty()
    {
        var (_, cell) = await RunAsync("Console.Write(Console.ReadLine() is null);");

        Assert.Equal("True", cell.Text(StreamName.Stdout));
    }

    [Fact]
    public async Task CellBeyondItsTime_IsStoppedAndTheStateSurvives()
    {
        await RunAsync("var x = 41;");
        var (outcome, cell) = await RunAsync("Console.Write(\"before\"); display(1); while (true) { }", time.Expire);
        var (_, after) = await RunAsync("Console.Write(x + 1);");

        Assert.Equal(CellOutcome.Failed, outcome);
        Assert.Equal("Timeout", cell.Error.Name);
        Assert.Equal("before", cell.Text(StreamName.Stdout));
        Assert.Equal("42", after.Text(StreamName.Stdout));
    }

    [Fact]
    public async Task CellThatCannotBeStopped_IsKilled()
    {
        var (outcome, cell) = await RunAsync("display(1); while (true) { try { while (true) { } } catch { } }", time.ExpireFromNowOn);
        var (after, _) = await RunAsync("1");

        Assert.Equal(CellOutcome.Failed, outcome);
        Assert.Equal("Timeout", cell.Error.Name);
        Assert.Equal(CellOutcome.Failed, after);
    }

    [Fact]
    public async Task Run_GivenUp_EndsTheProcess()
    {
        using var givenUp = new CancellationTokenSource();
        var recorder = new CellRecorder(output => { if (output is DisplayOutput) givenUp.CancelAsync(); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker.RunAsync(
            new CellSource("Cell 1", "display(Environment.ProcessId, \"text/plain\"); while (true) { }"), TimeSpan.FromMinutes(1), recorder, givenUp.Token));

        var id = int.Parse(recorder.Displays.Single().Data["text/plain"], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(id));
    }

    private async Task<(CellOutcome Outcome, CellRecorder Cell)> RunAsync(string source, Action? displayed = null)
    {
        var recorder = new CellRecorder(output => { if (output is DisplayOutput) displayed?.Invoke(); });
        var outcome = await worker.RunAsync(new CellSource($"Cell {++cells}", source), TimeSpan.FromMinutes(1), recorder, TestContext.Current.CancellationToken);
        return (outcome, recorder);
    }
}
