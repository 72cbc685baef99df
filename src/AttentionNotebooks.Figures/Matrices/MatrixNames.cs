namespace AttentionNotebooks;

/// <summary>The words that go with the numbers of a matrix.</summary>
/// <param name="Name">What it is, for example <c>Queries</c>.</param>
/// <param name="Symbol">How formulas call it, for example <c>Q</c>; empty where there is none.</param>
/// <param name="RowLabels">One label a row, or null.</param>
/// <param name="ColumnLabels">One label a column, or null.</param>
internal sealed record MatrixNames(
    string Name, string Symbol = "", IReadOnlyList<string>? RowLabels = null, IReadOnlyList<string>? ColumnLabels = null);
