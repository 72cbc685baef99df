namespace AttentionNotebooks.Benchmarks.Results;

/// <summary>Who did not take part, and why.</summary>
internal sealed record Absentee(string Name, string Reason);
