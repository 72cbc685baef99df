using System.Text;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Sessions.Streams;

/// <summary>A console writer whose text belongs to the running cell; between cells it goes where it would have gone without us.</summary>
internal sealed class CellTextWriter : TextWriter
{
    private readonly StreamName name;
    private readonly TextWriter original;

    public CellTextWriter(StreamName name, TextWriter original)
    {
        this.name = name;
        this.original = original;
        CoreNewLine = ['\n']; // The same outputs on every system.
    }

    /// <inheritdoc/>
    public override Encoding Encoding => original.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        if (ActiveCell.Outputs is { } outputs) outputs.Write(name, value);
        else original.Write(value);
    }
}
