using System.Text;

namespace AttentionNotebooks;

/// <summary>A table for a terminal: the first column to the left, the others to the right.</summary>
internal static class TextColumns
{
    /// <summary>Appends the rows, each on a new line.</summary>
    internal static StringBuilder Append(StringBuilder text, IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => TextWidth.Of(row[column])))];
        foreach (string[] row in rows)
            text.AppendLine().AppendJoin("  ", row.Select((cell, column) => TextWidth.Fit(cell, widths[column], right: column > 0)));
        return text;
    }
}
