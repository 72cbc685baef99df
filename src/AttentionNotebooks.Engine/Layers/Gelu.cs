using System.Numerics;
using System.Numerics.Tensors;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>y = x·Φ(x), exact, with the normal distribution Φ.</summary>
/// <remarks>
/// dx = dy·(Φ(x) + x·φ(x))
/// Source: Hendrycks &amp; Gimpel 2016; PyTorch's <c>nn.GELU(approximate="none")</c>.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class Gelu<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal override IEnumerable<Parameter<T>> Parameters => [];

    internal override LayerPass<T> Forward(Columns<T> input, ArrayLoan<T> loan)
    {
        Columns<T> output = input.Like(loan), cumulative = input.Like(loan);
        NormalDistribution.Cumulative(input.AsSpan(), cumulative.AsSpan());
        TensorPrimitives.Multiply(input.AsSpan(), cumulative.AsSpan(), output.AsSpan());
        return new Pass(input, cumulative, output, loan);
    }

    private sealed class Pass(Columns<T> input, Columns<T> cumulative, Columns<T> output, ArrayLoan<T> loan) : LayerPass<T>(output)
    {
        internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
        {
            Columns<T> inputGradient = outputGradient.Like(loan);
            Span<T> dx = inputGradient.AsSpan();
            NormalDistribution.Density(input.AsSpan(), dx);
            TensorPrimitives.MultiplyAdd(dx, input.AsSpan(), cumulative.AsSpan(), dx);
            TensorPrimitives.Multiply(dx, outputGradient.AsSpan(), dx);
            return inputGradient;
        }
    }
}
