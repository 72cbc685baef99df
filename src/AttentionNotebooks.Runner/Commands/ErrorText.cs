using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Commands;

/// <summary>Tells a cell's failure on a terminal.</summary>
internal static class ErrorText
{
    /// <summary>Names the notebook and the cell with its line, then what happened.</summary>
    public static IEnumerable<string> Describe(string notebook, int cell, ErrorOutput error)
    {
        var line = error.Line is null ? "" : $", line {error.Line}";
        yield return $"{notebook}: cell {cell}{line} failed: {error.Name}";
        foreach (var text in error.Traceback.SelectMany(text => text.Split('\n'))) yield return "    " + text;
    }
}
