using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

internal sealed class ReluNormalisation(bool perKey) : Normalisation
{
    public override string Name => PerKey ? "ReLU / n" : "ReLU";

    internal bool PerKey { get; } = perKey;

    private protected override void Apply<T>(ReadOnlySpan<T> scores, Span<T> weights) => Normalise.Relu(scores, PerKey, weights);
}
