namespace AttentionNotebooks.Runner.Jupyter.Execution;

/// <summary>Stops the running cell when somebody asks for it. Thread-safe.</summary>
internal sealed class Interruption
{
    private readonly Lock gate = new();
    private Action? stopRunning;

    /// <summary>A cell begins; the token is cancelled when it is to stop.</summary>
    public CancellationToken Begin()
    {
        // Not disposed: what the cell left running may look at its token for ever.
        var source = new CancellationTokenSource();
        lock (gate) stopRunning = source.Cancel;
        return source.Token;
    }

    /// <summary>The cell is over.</summary>
    public void End()
    {
        lock (gate) stopRunning = null;
    }

    /// <summary>Asks the running cell to stop, if one runs, and does not wait for it.</summary>
    public void Interrupt()
    {
        Action? stop;
        lock (gate) stop = stopRunning;
        if (stop is null) return;

        // The cancellation waits for the cell's thread, and the thread pool may be the cell's, too.
        new Thread(() => stop()) { IsBackground = true, Name = "Interruption" }.Start();
    }
}
