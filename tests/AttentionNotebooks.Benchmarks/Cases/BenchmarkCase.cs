namespace AttentionNotebooks.Benchmarks.Cases;

/// <summary>A case: who computes what on how many threads, and what is asked of the subject.</summary>
/// <param name="Row">The row it belongs to.</param>
/// <param name="Size">The sizes in words, for example <c>(12,512,64)</c>.</param>
/// <param name="Threads">How many threads each entrant may use.</param>
/// <param name="Entrants">Who takes part.</param>
internal sealed record BenchmarkCase(Row Row, string Size, int Threads, IReadOnlyList<Entrant> Entrants)
{
    /// <summary>The least ratio to the best rival, or to the references.</summary>
    public required double AtLeast { get; init; }

    /// <summary>The least share of the limit, or null.</summary>
    public double? LimitShare { get; init; }

    public string Name => $"{Row.Name} {Size}, {Threads} thread{(Threads == 1 ? "" : "s")}";

    /// <summary>The case with few tokens.</summary>
    public BenchmarkCase Small() => this with { Entrants = [.. Entrants.Select(entrant => entrant.Small())] };
}
