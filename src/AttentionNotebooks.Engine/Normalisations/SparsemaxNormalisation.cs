using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

internal sealed class SparsemaxNormalisation : Normalisation
{
    public override string Name => "sparsemax";

    private protected override void Apply<T>(ReadOnlySpan<T> scores, Span<T> weights) => Normalise.Sparsemax(scores, weights);
}
