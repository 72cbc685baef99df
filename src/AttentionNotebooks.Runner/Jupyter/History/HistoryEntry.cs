namespace AttentionNotebooks.Runner.Jupyter.History;

/// <summary>A cell that has run.</summary>
/// <param name="Number">Its execution count.</param>
/// <param name="Code">Its source.</param>
/// <param name="Result">Its result as text; null if it gave none.</param>
internal sealed record HistoryEntry(int Number, string Code, string? Result);
