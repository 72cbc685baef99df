namespace AttentionNotebooks;

/// <summary>A row of the vector view.</summary>
/// <param name="Cells">Key, k, α, α′, v, α′·v, as text.</param>
/// <param name="Strength">The weight as a part of the greatest, 0 to 1; null in the row of sums.</param>
internal sealed record TokenRow(string[] Cells, double? Strength);
