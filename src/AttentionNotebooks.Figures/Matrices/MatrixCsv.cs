using System.Text;

namespace AttentionNotebooks;

/// <summary>A matrix as CSV after RFC 4180: all rows, every number exact.</summary>
internal static class MatrixCsv
{
    internal const string LineEnd = "\r\n";

    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");

    internal static string Of(MatrixView view)
    {
        (IReadOnlyList<string>? rowLabels, IReadOnlyList<string>? columnLabels) = (view.Names.RowLabels, view.Names.ColumnLabels);
        StringBuilder csv = new();
        if (columnLabels is not null)
        {
            if (rowLabels is not null) csv.Append(',');
            csv.AppendJoin(',', columnLabels.Select(Field)).Append(LineEnd);
        }

        for (int row = 0; row < view.Shape.Rows; row++)
        {
            int line = row;
            if (rowLabels is not null) csv.Append(Field(rowLabels[row])).Append(',');
            csv.AppendJoin(',', Enumerable.Range(0, view.Shape.Columns).Select(column => view.Exact(line, column))).Append(LineEnd);
        }

        return csv.ToString();
    }

    /// <summary>A field, in quotes where it needs them.</summary>
    internal static string Field(string label) => label.AsSpan().ContainsAny(Special) ? $"\"{label.Replace("\"", "\"\"")}\"" : label;
}
