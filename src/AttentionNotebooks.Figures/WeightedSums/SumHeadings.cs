namespace AttentionNotebooks;

/// <summary>What the columns of a sum of vectors are called.</summary>
/// <param name="Amount">How much an addend counts, for example <c>weight α′</c>.</param>
/// <param name="Source">What an addend is made of, for example <c>value v</c>.</param>
/// <param name="Addend">What is added, for example <c>α′·v</c>.</param>
/// <param name="Output">The last row, for example <c>output b</c>.</param>
internal sealed record SumHeadings(string Amount, string Source, string Addend, string Output);
