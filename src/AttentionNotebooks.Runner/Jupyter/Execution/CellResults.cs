using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Jupyter.Execution;

/// <summary>What of a cell's outputs its request is answered with; all of them go on to an audience, if there is one. Thread-safe.</summary>
internal sealed class CellResults(ICellObserver? audience) : ICellObserver
{
    private readonly Lock gate = new();

    /// <summary>What ended the cell; null if nothing did.</summary>
    public ErrorOutput? Error { get; private set; }

    /// <summary>The value of its last expression; null if it gave none.</summary>
    public DisplayOutput? Result { get; private set; }

    /// <inheritdoc/>
    public void Emit(Output output)
    {
        lock (gate)
        {
            if (output is ErrorOutput error) Error = error;
            if (output is DisplayOutput { IsResult: true } result) Result = result;
            audience?.Emit(output);
        }
    }

    /// <inheritdoc/>
    public void RestoreStarted(IReadOnlyList<string> packages) => audience?.RestoreStarted(packages);

    /// <inheritdoc/>
    public void RestoreEnded() => audience?.RestoreEnded();
}
