using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary>Lets the language services follow the session while no cell runs, so that the first question after a cell is quick. For one thread.</summary>
/// <param name="opening">The session, which may still be on its way.</param>
internal sealed class LanguageWarmUp(Task<Session> opening)
{
    // Cells that follow one another at once have the processors for themselves; nobody types faster than this.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private Action stop = () => { };

    /// <summary>Begins after a short pause, and does not wait.</summary>
    public void Start()
    {
        var source = new CancellationTokenSource();
        stop = source.Cancel;
        _ = RunAsync(source.Token);
    }

    /// <summary>Leaves the processors to a cell.</summary>
    public void Stop() => stop();

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        var session = await opening.ConfigureAwait(false);
        await session.WarmUpAsync(cancellationToken).ConfigureAwait(false);
    }
}
