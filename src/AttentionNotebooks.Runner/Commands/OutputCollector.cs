using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Commands;

/// <summary>Gathers what a cell gives into what its notebook keeps.</summary>
/// <param name="earlier">The collectors of the cells before it, whose displays it may replace.</param>
/// <param name="restoreStarted">Told which packages are being restored.</param>
internal sealed class OutputCollector(IReadOnlyList<OutputCollector> earlier, Action<IReadOnlyList<string>> restoreStarted) : ICellObserver
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
        if (output is ClearOutput clear) Clear(clear.Waits);
        else if (!TryReplace(output) && !earlier.Any(collector => collector.TryReplace(output))) Add(output);
    }

    /// <inheritdoc/>
    public void RestoreStarted(IReadOnlyList<string> packages) => restoreStarted(packages);

    /// <inheritdoc/>
    public void RestoreEnded()
    {
        // The cell goes on, and its own progress line still stands.
    }

    private void Clear(bool waits)
    {
        lock (outputs)
        {
            clearsAtNext = waits;
            if (!waits) outputs.Clear();
        }
    }

    private void Add(Output output)
    {
        lock (outputs)
        {
            if (clearsAtNext) outputs.Clear();
            clearsAtNext = false;
            outputs.Add(output);
        }
    }

    // A display with the identity of an earlier one takes its place.
    private bool TryReplace(Output output)
    {
        if (output is not DisplayOutput { DisplayId: { } id }) return false;
        lock (outputs)
        {
            var shown = outputs.FindIndex(one => one is DisplayOutput display && display.DisplayId == id);
            if (shown >= 0) outputs[shown] = output;
            return shown >= 0;
        }
    }
}
