using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Sessions.Streams;

namespace AttentionNotebooks.Runner.Scripting;

/// <summary>A value that a cell has shown and may replace.</summary>
public sealed class DisplayedValue
{
    private static int lastId;

    private readonly string id = $"display-{Interlocked.Increment(ref lastId)}";
    private readonly string[] mimeTypes;

    private DisplayedValue(string[] mimeTypes) => this.mimeTypes = mimeTypes;

    /// <summary>Shows another value in the place of this one.</summary>
    /// <param name="value">The new value.</param>
    public void Update(object? value) => Emit(ValueFormatter.Format(value, mimeTypes, displayId: id));

    internal static DisplayedValue Show(object? value, string[] mimeTypes)
    {
        var displayed = new DisplayedValue(mimeTypes);
        displayed.Update(value);
        return displayed;
    }

    internal static DisplayedValue ShowText(string text, string mimeType)
    {
        var displayed = new DisplayedValue([mimeType]);
        Emit(new DisplayOutput(new Dictionary<string, string> { [mimeType] = text }, DisplayId: displayed.id));
        return displayed;
    }

    private static void Emit(DisplayOutput output)
    {
        var outputs = ActiveCell.Outputs
            ?? throw new InvalidOperationException("A value can be displayed only while a cell runs.");
        outputs.Emit(output);
    }
}
