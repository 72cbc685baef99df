namespace AttentionNotebooks;

/// <summary>What a picture of a matrix says about it besides its numbers.</summary>
internal static class MatrixHeading
{
    /// <summary>Longer names are cut.</summary>
    internal const int NameWidth = 80;

    /// <summary>The size, for example <c>4×7</c> or, of a vector, <c>4 entries</c>.</summary>
    internal static string Size(MatrixView view) =>
        view.IsVector ? Rows(view, view.Shape.Rows) : view.Shape.ToString();

    /// <summary>A number of rows; the rows of a vector are its entries.</summary>
    internal static string Rows(MatrixView view, int count) =>
        view.IsVector ? Count.Of(count, "entry", "entries") : Count.Of(count, "row", "rows");

    /// <summary>How it is stored and how much of it is not zero; empty for a dense matrix.</summary>
    internal static string Storage(MatrixView view, MatrixSummary summary) =>
        view.Storage is { } storage ? $"{storage}, {Count.Of(summary.NonZeros, "non-zero", "non-zeros")}" : "";

    /// <summary>Name, symbol and size on one line.</summary>
    internal static string Line(MatrixView view)
    {
        string[] parts = [ShortLabel.Of(view.Names.Name, NameWidth).Shown, ShortLabel.Of(view.Names.Symbol, NameWidth).Shown, Size(view)];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    /// <summary>What is left out, for example <c>showing 20 of 4,096 rows and 16 of 64 columns</c>; null where nothing is.</summary>
    internal static string? Notice(MatrixView view, Window rows, Window columns)
    {
        List<string> parts = [];
        if (rows.Hidden > 0) parts.Add($"{Count.Of(rows.Shown)} of {Rows(view, rows.Count)}");
        if (columns.Hidden > 0) parts.Add($"{Count.Of(columns.Shown)} of {Count.Of(columns.Count)} columns");
        return parts.Count > 0 ? "showing " + string.Join(" and ", parts) : null;
    }
}
