using System.Text;
using System.Threading.Channels;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Workers;

/// <summary>
/// A worker's own standard stream, on which native code and dying runtimes write. What comes before the worker's mark belongs to the cell
/// that has just ended.
/// </summary>
internal sealed class RawStream
{
    private readonly StreamName name;
    private readonly string mark;
    private readonly Action<Output> emit;
    private readonly Channel<StreamName> marks = Channel.CreateUnbounded<StreamName>();

    public RawStream(StreamName name, Stream stream, string mark, Action<Output> emit)
    {
        this.name = name;
        this.mark = mark;
        this.emit = emit;
        Ended = Task.Run(() => ReadAsync(stream));
    }

    /// <summary>Ends when nobody can write on the stream any more.</summary>
    public Task Ended { get; }

    /// <summary>Waits until the text of the cell that has ended is all emitted.</summary>
    public async Task MarkAsync(TimeSpan limit)
    {
        using var limited = new CancellationTokenSource(limit);
        await Task.WhenAny(marks.Reader.ReadAsync(limited.Token).AsTask(), Ended).ConfigureAwait(false);
    }

    private async Task ReadAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var pending = new StringBuilder();
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer).ConfigureAwait(false) is var count and > 0)
        {
            pending.Append(buffer, 0, count);
            EmitPending(pending);
        }

        EmitText(pending.ToString());
    }

    private void EmitPending(StringBuilder pending)
    {
        var text = pending.ToString();
        pending.Clear();
        for (var end = text.IndexOf(mark, StringComparison.Ordinal); end >= 0; end = text.IndexOf(mark, StringComparison.Ordinal))
        {
            EmitText(text[..end]);
            marks.Writer.TryWrite(name);
            text = text[(end + mark.Length)..];
        }

        // The beginning of a mark may be the end of what has come so far.
        var start = text.LastIndexOf(mark[0]);
        var kept = start >= 0 && mark.StartsWith(text[start..], StringComparison.Ordinal) ? text[start..] : "";
        EmitText(text[..^kept.Length]);
        pending.Append(kept);
    }

    private void EmitText(string text)
    {
        if (text.Length > 0) emit(new StreamOutput(name, text));
    }
}
