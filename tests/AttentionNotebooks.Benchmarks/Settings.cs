namespace AttentionNotebooks.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings(bool Quick, string Filter, bool Memory, string Output);
