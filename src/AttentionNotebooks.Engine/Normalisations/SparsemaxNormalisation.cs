using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

internal sealed class SparsemaxNormalisation : Normalisation
{
    public override string Name => "sparsemax";

    private protected override void Apply<T>(ReadOnlySpan<T> scores, Span<T> weights) => Normalise.Sparsemax(scores, weights);

    /// <summary>
    /// dαᵢ = dα′ᵢ − the mean of dα′ over the support, for keys of the support, those of a weight above 0; 0 for the others
    /// (Martins &amp; Astudillo 2016, equation 14).
    /// </summary>
    private protected override void Backward<T>(ReadOnlySpan<T> scores, ReadOnlySpan<T> weights, Span<T> gradient)
    {
        T sum = T.Zero, count = T.Zero;
        for (int key = 0; key < gradient.Length; key++)
        {
            if (weights[key] > T.Zero) (sum, count) = (sum + gradient[key], count + T.One);
        }

        for (int key = 0; key < gradient.Length; key++) gradient[key] = weights[key] > T.Zero ? gradient[key] - (sum / count) : T.Zero;
    }
}
