namespace AttentionNotebooks;

/// <summary>A matrix as text for a terminal, with as many columns as fit its width.</summary>
internal sealed class MatrixText(MatrixView view, int maxRows, int maxColumns)
{
    private const int RowLabelWidth = 20;

    private const int ColumnLabelWidth = 12;

    private const string Between = "  ";

    private readonly MatrixSummary summary = MatrixSummary.Of(view.Stored());

    private readonly Window rows = Window.Of(view.Shape.Rows, maxRows);

    internal string Draw(int width)
    {
        string[] labels = Padded(["", .. rows.Places.Select(row => Label(row, view.Names.RowLabels, "⋮", RowLabelWidth))], TextWidth.PadRight);
        (Window columns, string[][] cells) = FitColumns(width - TextWidth.Of(labels[0]));

        IEnumerable<string> table = labels.Select((label, line) => string.Join(Between, [label, .. cells.Select(column => column[line])]).TrimEnd());
        string storage = MatrixHeading.Storage(view, summary);
        string? notice = MatrixHeading.Notice(view, rows, columns);
        return string.Join(
            '\n',
            [
                MatrixHeading.Line(view) + (storage.Length > 0 ? ", " + storage : ""),
                .. view.IsVector ? table.Skip(1) : table,
                .. notice is null ? Array.Empty<string>() : [$"({notice})"],
            ]);
    }

    /// <summary>The largest window of columns that fits; one column at least, however narrow the terminal.</summary>
    private (Window Columns, string[][] Cells) FitColumns(int width)
    {
        MatrixCells texts = new(view, summary.Format, rows, AlignedNumbers.TerminalBlank);
        int narrowest = Between.Length + 1;
        for (int limit = Math.Clamp(width / narrowest, 1, maxColumns); ; limit--)
        {
            Window columns = Window.Of(view.Shape.Columns, limit);
            string[][] cells = [.. columns.Places.Select(Column)];
            if (limit == 1 || cells.Sum(column => Between.Length + TextWidth.Of(column[0])) <= width) return (columns, cells);
        }

        string[] Column(int? column) =>
            Padded([Label(column, view.Names.ColumnLabels, "…", ColumnLabelWidth), .. texts.Column(column)], TextWidth.PadLeft);
    }

    private static string[] Padded(string[] column, Func<string, int, string> pad)
    {
        int width = column.Max(TextWidth.Of);
        return [.. column.Select(text => pad(text, width))];
    }

    private static string Label(int? index, IReadOnlyList<string>? labels, string gap, int width) =>
        index is not { } place ? gap
            : labels is null ? $"{place}"
            : ShortLabel.Of(labels[place], width).Shown;
}
