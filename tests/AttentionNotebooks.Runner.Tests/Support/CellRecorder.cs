using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;

namespace AttentionNotebooks.Runner.Tests.Support;

/// <summary>Keeps what a cell gives.</summary>
internal sealed class CellRecorder(Action<Output>? heard = null) : ICellObserver
{
    public List<Output> Outputs { get; } = [];

    public List<string> Restores { get; } = [];

    public IEnumerable<DisplayOutput> Displays => Outputs.OfType<DisplayOutput>();

    public DisplayOutput Result => Displays.Single(display => display.IsResult);

    public ErrorOutput Error => Outputs.OfType<ErrorOutput>().Single();

    public string Text(StreamName name) => string.Concat(Outputs.OfType<StreamOutput>().Where(output => output.Name == name).Select(output => output.Text));

    public void Emit(Output output)
    {
        Outputs.Add(output);
        heard?.Invoke(output);
    }

    public void RestoreStarted(IReadOnlyList<string> packages) => Restores.AddRange(packages);

    public void RestoreEnded()
    {
        // Only the beginning is of interest.
    }
}
