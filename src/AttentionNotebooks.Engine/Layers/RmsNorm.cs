using System.Numerics;
using System.Numerics.Tensors;
using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Each token to a root mean square of 1, then each feature times its gain.</summary>
/// <remarks>
/// y  = γ ∘ x / √(mean(x²) + ε)
/// dγ = Σ dy ∘ x̂ over the tokens, dx̂ = γ ∘ dy, from there <see cref="RootMeanSquare"/>
/// Source: Zhang &amp; Sennrich 2019.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="name">What its parameter's name begins with, for example <c>layers.0.norm1</c>.</param>
/// <param name="size">r.</param>
/// <param name="epsilon">ε.</param>
internal sealed class RmsNorm<T>(string name, int size, double epsilon) : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>γ, r×1; ones at first.</summary>
    internal Parameter<T> Gain { get; } = new($"{name}.weight", Matrix<T>.Build.Dense(size, 1, T.One));

    internal override IEnumerable<Parameter<T>> Parameters => [Gain];

    internal override LayerPass<T> Forward(Columns<T> input, ArrayLoan<T> loan)
    {
        Columns<T> output = input.Like(loan), scaled = input.Like(loan), scales = Columns<T>.Rent(loan, 1, input.Count);
        for (int token = 0; token < input.Count; token++)
        {
            scales[token][0] = RootMeanSquare.Scale(input[token], T.CreateChecked(epsilon), scaled[token]);
            TensorPrimitives.Multiply(scaled[token], Gain.Storage, output[token]);
        }

        return new Pass(Gain, scaled, scales, output, loan);
    }

    private sealed class Pass(Parameter<T> gain, Columns<T> scaled, Columns<T> scales, Columns<T> output, ArrayLoan<T> loan) : LayerPass<T>(output)
    {
        internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
        {
            Columns<T> inputGradient = outputGradient.Like(loan);
            Span<T> gainGradient = gradients.Of(gain);
            for (int token = 0; token < outputGradient.Count; token++)
            {
                TensorPrimitives.MultiplyAdd(outputGradient[token], scaled[token], gainGradient, gainGradient);
                TensorPrimitives.Multiply(outputGradient[token], gain.Storage, inputGradient[token]);
                RootMeanSquare.Backward(scaled[token], scales[token][0], inputGradient[token]);
            }

            return inputGradient;
        }
    }
}
