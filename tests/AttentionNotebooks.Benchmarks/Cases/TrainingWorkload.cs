namespace AttentionNotebooks.Benchmarks.Cases;

/// <summary>Attention forward, then backward: from the gradient of the output to those of queries, keys and values.</summary>
internal sealed record TrainingWorkload(int Heads, int Tokens, int Size) : Workload
{
    /// <summary>Two products forward; four backward, as if the weights were kept.</summary>
    public override Work Work => Core.Work with { MultiplyAdds = 3 * Core.Work.MultiplyAdds };

    public CoreWorkload Core => new(Heads, Tokens, Size);

    public override Workload Small() => this with { Tokens = Math.Min(Tokens, FewTokens) };
}
