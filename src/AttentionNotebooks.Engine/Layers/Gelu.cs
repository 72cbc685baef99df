using System.Numerics;
using System.Numerics.Tensors;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>y = x·Φ(x), exact, with the normal distribution Φ.</summary>
/// <remarks>
/// dx = dy·(Φ(x) + x·φ(x)), whose slope the forward pass finds along the way
/// Source: Hendrycks &amp; Gimpel 2016; PyTorch's <c>nn.GELU(approximate="none")</c>.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class Gelu<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal override IEnumerable<Parameter<T>> Parameters => [];

    internal override LayerPass<T> Forward(Columns<T> input, ArrayLoan<T> loan)
    {
        Columns<T> output = input.Like(loan), slope = input.Like(loan), density = input.Like(loan);
        NormalDistribution.Run(input.AsSpan(), slope.AsSpan(), density.AsSpan());
        TensorPrimitives.Multiply(input.AsSpan(), slope.AsSpan(), output.AsSpan());
        TensorPrimitives.MultiplyAdd(input.AsSpan(), density.AsSpan(), slope.AsSpan(), slope.AsSpan());
        return new Pass(slope, output, loan);
    }

    private sealed class Pass(Columns<T> slope, Columns<T> output, ArrayLoan<T> loan) : LayerPass<T>(output)
    {
        internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
        {
            Columns<T> inputGradient = outputGradient.Like(loan);
            TensorPrimitives.Multiply(outputGradient.AsSpan(), slope.AsSpan(), inputGradient.AsSpan());
            return inputGradient;
        }
    }
}
