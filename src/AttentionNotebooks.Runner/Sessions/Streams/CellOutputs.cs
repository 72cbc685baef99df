using System.Text;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Sessions.Streams;

/// <summary>Everything that one running cell gives, in order: console text in batches, displays as they come. Thread-safe.</summary>
internal sealed class CellOutputs : IDisposable
{
    private const int BatchLength = 16 * 1024;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(100);

    private readonly ICellObserver observer;
    private readonly Lock gate = new();
    private readonly StringBuilder text = new();
    private readonly Timer timer;
    private StreamName stream;
    private bool closed;

    public CellOutputs(ICellObserver observer)
    {
        this.observer = observer;
        timer = new Timer(_ => Locked(Flush));
    }

    /// <summary>Adds console text, which is emitted soon.</summary>
    public void Write(StreamName name, string written) => Locked(() =>
    {
        if (name != stream) Flush();
        stream = name;
        if (text.Length == 0) timer.Change(BatchTime, Timeout.InfiniteTimeSpan);
        text.Append(written);
        if (text.Length >= BatchLength) Flush();
    });

    /// <summary>Emits an output, after the text written before it.</summary>
    public void Emit(Output output) => Locked(() =>
    {
        Flush();
        observer.Emit(output);
    });

    /// <summary>Emits the text written so far.</summary>
    public void FlushText() => Locked(Flush);

    /// <summary>Emits what is still pending; what comes later is dropped, for its cell is over.</summary>
    public void Dispose() => Locked(() =>
    {
        Flush();
        closed = true;
        timer.Dispose();
    });

    private void Flush()
    {
        if (text.Length == 0) return;
        var output = new StreamOutput(stream, text.ToString());
        text.Clear();
        observer.Emit(output);
    }

    private void Locked(Action action) => Uninterruptible.Run(() =>
    {
        lock (gate)
        {
            if (!closed) action();
        }
    });
}
