using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

internal sealed class SigmoidNormalisation : Normalisation
{
    internal SigmoidNormalisation(double bias)
    {
        if (!double.IsFinite(bias)) throw new ArgumentOutOfRangeException(nameof(bias), bias, "bias must be finite.");
        Bias = bias;
    }

    public override string Name => "sigmoid";

    internal double Bias { get; }

    private protected override void Apply<T>(ReadOnlySpan<T> scores, Span<T> weights) => Normalise.Sigmoid(scores, Finite<T>(Bias), weights);

    /// <summary>dαᵢ = α′ᵢ·(1 − α′ᵢ)·dα′ᵢ.</summary>
    private protected override void Backward<T>(ReadOnlySpan<T> scores, ReadOnlySpan<T> weights, Span<T> gradient)
    {
        for (int key = 0; key < gradient.Length; key++) gradient[key] *= weights[key] * (T.One - weights[key]);
    }
}
