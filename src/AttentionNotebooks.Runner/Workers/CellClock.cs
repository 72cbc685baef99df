namespace AttentionNotebooks.Runner.Workers;

/// <summary>Measures a cell's own time: a restore has a limit of its own, after which the cell's time begins anew.</summary>
internal sealed class CellClock : IDisposable
{
    // NuGet's own limit ends a restore sooner; this one is for a worker that hangs in it.
    private static readonly TimeSpan RestoreLimit = TimeSpan.FromMinutes(10);

    private readonly TimeSpan limit;
    private readonly CancellationTokenSource source;

    public CellClock(TimeSpan limit, TimeProvider time)
    {
        this.limit = limit;
        source = new CancellationTokenSource(limit, time);
    }

    /// <summary>Cancelled when the time is over.</summary>
    public CancellationToken Expired => source.Token;

    /// <summary>A restore has begun.</summary>
    public void RestoreStarted() => source.CancelAfter(RestoreLimit);

    /// <summary>The restore is over.</summary>
    public void RestoreEnded() => source.CancelAfter(limit);

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();
}
