using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

internal sealed class ReluNormalisation(bool perKey) : Normalisation
{
    public override string Name => PerKey ? "ReLU / n" : "ReLU";

    internal bool PerKey { get; } = perKey;

    private protected override void Apply<T>(ReadOnlySpan<T> scores, Span<T> weights) => Normalise.Relu(scores, PerKey, weights);

    /// <summary>dαᵢ = dα′ᵢ where αᵢ &gt; 0 and 0 elsewhere, at the kink too; divided by n like the weights.</summary>
    private protected override void Backward<T>(ReadOnlySpan<T> scores, ReadOnlySpan<T> weights, Span<T> gradient)
    {
        T divisor = Normalise.ReluDivisor(scores, PerKey);
        for (int key = 0; key < gradient.Length; key++) gradient[key] = scores[key] > T.Zero ? gradient[key] / divisor : T.Zero;
    }
}
