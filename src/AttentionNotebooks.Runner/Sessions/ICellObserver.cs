using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Sessions;

/// <summary>Hears what a running cell does, in order. Calls come one at a time, from any thread.</summary>
internal interface ICellObserver
{
    /// <summary>The cell gave an output.</summary>
    void Emit(Output output);

    /// <summary>The cell waits for packages, which is not its own time.</summary>
    void RestoreStarted(IReadOnlyList<string> packages);

    /// <summary>The packages are there, or the restore has failed.</summary>
    void RestoreEnded();
}
