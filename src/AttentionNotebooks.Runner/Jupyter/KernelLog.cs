namespace AttentionNotebooks.Runner.Jupyter;

/// <summary>What whoever runs the kernel is told: one line for each event, never the content of a cell or of a message. Thread-safe.</summary>
internal sealed class KernelLog(TextWriter writer)
{
    private readonly TextWriter writer = TextWriter.Synchronized(writer);

    /// <summary>Writes one line.</summary>
    public void Write(string message) => writer.WriteLine($"attention-notebooks kernel: {message}");
}
