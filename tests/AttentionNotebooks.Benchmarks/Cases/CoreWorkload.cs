namespace AttentionNotebooks.Benchmarks.Cases;

/// <summary>Attention itself: queries, keys and values are given.</summary>
internal sealed record CoreWorkload(int Heads, int Queries, int Size) : Workload
{
    /// <summary>Fewer than <see cref="Heads"/>: grouped-query attention.</summary>
    public int KeyHeads { get; init; } = Heads;

    public int Keys { get; init; } = Queries;

    public bool Causal { get; init; }

    /// <summary>Whether the weights of every head are a result as well.</summary>
    public bool KeepsWeights { get; init; }

    public int ElementBytes { get; init; } = sizeof(float);

    public override Work Work => new(Visible * 2 * Size, Visible, ElementBytes);

    public override Workload AgreementKey => this with { ElementBytes = sizeof(float) };

    /// <summary>Pairs of a query and a key it may see, over all heads.</summary>
    private double Visible => (double)Heads * Queries * (Causal ? (Keys + 1) / 2.0 : Keys);

    public override Workload Small() => this with { Queries = Math.Min(Queries, FewTokens), Keys = Math.Min(Keys, FewTokens) };
}
