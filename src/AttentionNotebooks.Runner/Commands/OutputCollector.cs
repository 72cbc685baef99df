using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Commands;

/// <summary>Gathers what a cell gives into what its notebook keeps.</summary>
internal sealed class OutputCollector(Action<IReadOnlyList<string>> restoreStarted) : ICellObserver
{
    private readonly List<Output> outputs = [];
    private bool clearsAtNext;

    /// <summary>What has come so far.</summary>
    public IReadOnlyList<Output> Outputs
    {
        get
        {
            lock (outputs) return [.. outputs];
        }
    }

    /// <inheritdoc/>
    public void Emit(Output output)
    {
        lock (outputs) Add(output);
    }

    /// <inheritdoc/>
    public void RestoreStarted(IReadOnlyList<string> packages) => restoreStarted(packages);

    /// <inheritdoc/>
    public void RestoreEnded()
    {
        // The cell goes on, and its own progress line still stands.
    }

    private void Add(Output output)
    {
        if (output is ClearOutput { Waits: true })
        {
            clearsAtNext = true;
            return;
        }

        if (clearsAtNext || output is ClearOutput) outputs.Clear();
        clearsAtNext = false;
        if (output is ClearOutput) return;
        if (FindShown(output) is var shown and >= 0) outputs[shown] = output;
        else outputs.Add(output);
    }

    // A display with the identity of an earlier one takes its place.
    private int FindShown(Output output) =>
        output is DisplayOutput { DisplayId: { } id } ? outputs.FindIndex(shown => shown is DisplayOutput earlier && earlier.DisplayId == id) : -1;
}
