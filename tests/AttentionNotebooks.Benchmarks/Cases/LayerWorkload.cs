namespace AttentionNotebooks.Benchmarks.Cases;

/// <summary>A whole layer: projections, attention, output projection; no biases. The model has heads × size features.</summary>
internal sealed record LayerWorkload(int Heads, int Tokens, int Size) : Workload
{
    /// <summary>What stands between the projections; peers know softmax only.</summary>
    public LayerRule Rule { get; init; }

    public int ModelSize => Heads * Size;

    /// <summary>The attention in the middle of the layer.</summary>
    public CoreWorkload Core => new(Heads, Tokens, Size);

    public override Work Work => Core.Work with { MultiplyAdds = Core.Work.MultiplyAdds + (4.0 * Tokens * ModelSize * ModelSize) };

    public override Workload Small() => this with { Tokens = Math.Min(Tokens, FewTokens) };
}
