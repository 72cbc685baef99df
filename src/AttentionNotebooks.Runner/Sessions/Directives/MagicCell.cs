using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions.Scripts;
using AttentionNotebooks.Runner.Sessions.Streams;
using Microsoft.CodeAnalysis.Scripting;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>The running cell and its session, as far as magic commands may know them.</summary>
internal sealed class MagicCell(ScriptEngine scripts, MagicTable magics, CellOutputs outputs)
{
    private readonly List<Action> endings = [];

    /// <summary>The variables that the code above has left.</summary>
    public IReadOnlyList<ScriptVariable> Variables => scripts.Variables;

    /// <summary>All magic commands of the session.</summary>
    public MagicTable Magics => magics;

    /// <summary>Shows a value that already is text, by MIME type.</summary>
    public void Show(params IEnumerable<(string MimeType, string Text)> data) =>
        outputs.Emit(new DisplayOutput(data.ToDictionary(entry => entry.MimeType, entry => entry.Text)));

    /// <summary>Lets something happen when the cell has ended, well or not.</summary>
    public void AtEnd(Action action) => endings.Add(action);

    /// <summary>Tells the magic commands that the cell has ended.</summary>
    public void End() => endings.ForEach(action => action());
}
