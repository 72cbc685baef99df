using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks;

/// <summary>y = max(x, 0).</summary>
/// <remarks>dx = dy where x &gt; 0, else 0; also at 0, as PyTorch has it.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class Relu<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal override IEnumerable<Parameter<T>> Parameters => [];

    internal override LayerPass<T> Forward(Columns<T> input, ArrayLoan<T> loan)
    {
        Columns<T> output = input.Like(loan);
        TensorPrimitives.Max(input.AsSpan(), T.Zero, output.AsSpan());
        return new Pass(output, loan);
    }

    private sealed class Pass(Columns<T> output, ArrayLoan<T> loan) : LayerPass<T>(output)
    {
        internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
        {
            // min(⌈y⌉, 1) is 1 or 0, without a branch that nobody can predict.
            Columns<T> inputGradient = outputGradient.Like(loan);
            Span<T> dx = inputGradient.AsSpan();
            TensorPrimitives.Ceiling(Output.AsSpan(), dx);
            TensorPrimitives.Min(dx, T.One, dx);
            TensorPrimitives.Multiply(dx, outputGradient.AsSpan(), dx);
            return inputGradient;
        }
    }
}
