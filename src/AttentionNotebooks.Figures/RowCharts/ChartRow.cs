namespace AttentionNotebooks;

/// <summary>One row of a row chart.</summary>
/// <param name="Label">What stands to its left.</param>
/// <param name="Description">The same with its numbers, as a tooltip and for screen readers.</param>
/// <param name="Choice">The name by which a reader selects the row; null where it stays with every selection.</param>
internal sealed record ChartRow(string Label, string Description, string? Choice = null);
