using System.Numerics;
using System.Numerics.Tensors;
using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Each token to a mean of 0 and a variance of 1, then each feature times its gain and plus its bias.</summary>
/// <remarks>
/// c  = x − mean(x), x̂ = c / √(mean(c²) + ε), y = γ ∘ x̂ + β
/// dβ = Σ dy, dγ = Σ dy ∘ x̂ over the tokens, dx̂ = γ ∘ dy, from there <see cref="RootMeanSquare"/> to dc, dx = dc − mean(dc)
/// Source: Ba, Kiros &amp; Hinton 2016.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="name">What its parameters' names begin with, for example <c>layers.0.norm1</c>.</param>
/// <param name="size">r.</param>
/// <param name="hasBias">Whether there is a β.</param>
/// <param name="epsilon">ε.</param>
internal sealed class LayerNorm<T>(string name, int size, bool hasBias, double epsilon) : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>γ, r×1; ones at first.</summary>
    internal Parameter<T> Gain { get; } = new($"{name}.weight", Matrix<T>.Build.Dense(size, 1, T.One));

    /// <summary>β, r×1; zeros at first.</summary>
    internal Parameter<T>? Bias { get; } = hasBias ? new($"{name}.bias", Matrix<T>.Build.Dense(size, 1)) : null;

    internal override IEnumerable<Parameter<T>> Parameters => Bias is null ? [Gain] : [Gain, Bias];

    internal override LayerPass<T> Forward(Columns<T> input, ArrayLoan<T> loan)
    {
        Columns<T> output = input.Like(loan), scaled = input.Like(loan), scales = Columns<T>.Rent(loan, 1, input.Count);
        for (int token = 0; token < input.Count; token++)
        {
            Centre(input[token], scaled[token]);
            scales[token][0] = RootMeanSquare.Scale(scaled[token], T.CreateChecked(epsilon), scaled[token]);
            TensorPrimitives.Multiply(scaled[token], Gain.Storage, output[token]);
        }

        if (Bias is not null) Sums.AddToColumns(Bias.Storage, output.AsSpan());
        return new Pass(this, scaled, scales, output, loan);
    }

    private static void Centre(ReadOnlySpan<T> x, Span<T> centred) => TensorPrimitives.Subtract(x, Sums.Sum(x) / T.CreateChecked(x.Length), centred);

    private sealed class Pass(LayerNorm<T> layer, Columns<T> scaled, Columns<T> scales, Columns<T> output, ArrayLoan<T> loan) : LayerPass<T>(output)
    {
        internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
        {
            Columns<T> inputGradient = outputGradient.Like(loan);
            Span<T> gainGradient = gradients.Of(layer.Gain);
            for (int token = 0; token < outputGradient.Count; token++)
            {
                TensorPrimitives.MultiplyAdd(outputGradient[token], scaled[token], gainGradient, gainGradient);
                TensorPrimitives.Multiply(outputGradient[token], layer.Gain.Storage, inputGradient[token]);
                RootMeanSquare.Backward(scaled[token], scales[token][0], inputGradient[token]);
                Centre(inputGradient[token], inputGradient[token]);
            }

            if (layer.Bias is not null) Sums.AddColumns(outputGradient.AsSpan(), gradients.Of(layer.Bias));
            return inputGradient;
        }
    }
}
