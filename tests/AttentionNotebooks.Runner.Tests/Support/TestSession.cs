using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Packages;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Sessions.Directives;
using AttentionNotebooks.Runner.Sessions.Languages;

namespace AttentionNotebooks.Runner.Tests.Support;

/// <summary>A session in a folder of its own.</summary>
internal sealed class TestSession : IDisposable
{
    private readonly Session session;
    private int cells;

    public TestSession(params IReadOnlyList<IMagic> magics) =>
        session = new Session(Folder.Path, new PackageRestorer(Folder.File("cache")), magics);

    public TemporaryFolder Folder { get; } = new();

    public CellOutcome Outcome { get; private set; }

    /// <summary>Runs the next cell, whose name is <c>Cell 1</c>, <c>Cell 2</c> and so on.</summary>
    public async Task<CellRecorder> RunAsync(string source, Action<Output>? heard = null, CancellationTokenSource? interruption = null)
    {
        var recorder = new CellRecorder(heard);
        var cancellationToken = interruption?.Token ?? TestContext.Current.CancellationToken;
        Outcome = await session.RunAsync(new CellSource($"Cell {++cells}", source), recorder, cancellationToken);
        return recorder;
    }

    /// <summary>Runs a cell that must succeed and gives its result as text.</summary>
    public async Task<string> EvaluateAsync(string source)
    {
        var cell = await RunAsync($"display({source}, \"text/plain\");");
        Assert.True(Outcome == CellOutcome.Succeeded, string.Join("\n", cell.Outputs));
        return cell.Displays.Single().Data["text/plain"];
    }

    public Task<Completion> CompleteAsync(string code, int cursor) => session.CompleteAsync(code, cursor, TestContext.Current.CancellationToken);

    /// <summary>Completes at the <c>|</c> in the code.</summary>
    public Task<Completion> CompleteAsync(string marked)
    {
        var (code, cursor) = Split(marked);
        return CompleteAsync(code, cursor);
    }

    /// <summary>Gives the texts that completion offers at the <c>|</c> in the code.</summary>
    public async Task<IReadOnlyList<string>> OffersAsync(string marked) => [.. (await CompleteAsync(marked)).Matches.Select(match => match.Text)];

    /// <summary>Inspects what stands at the <c>|</c> in the code.</summary>
    public Task<Inspection?> InspectAsync(string marked)
    {
        var (code, cursor) = Split(marked);
        return session.InspectAsync(code, cursor, TestContext.Current.CancellationToken);
    }

    public CodeCompleteness IsComplete(string code) => session.IsComplete(code);

    public void Dispose()
    {
        session.Dispose();
        Folder.Dispose();
    }

    private static (string Code, int Cursor) Split(string marked)
    {
        var cursor = marked.IndexOf('|', StringComparison.Ordinal);
        return (marked.Remove(cursor, 1), cursor);
    }
}
