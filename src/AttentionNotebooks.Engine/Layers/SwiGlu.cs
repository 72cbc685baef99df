using System.Numerics;
using System.Numerics.Tensors;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>y = silu(g) ∘ u, where g and u are two projections of x and silu(g) = g·σ(g).</summary>
/// <remarks>
/// du = dy ∘ silu(g)
/// dg = dy ∘ u ∘ σ(g) ∘ (1 + g ∘ (1 − σ(g)))
/// Source: Shazeer 2020, section 2.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="linear">From x to u.</param>
/// <param name="gate">From x to g.</param>
internal sealed class SwiGlu<T>(Linear<T> linear, Linear<T> gate) : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal override IEnumerable<Parameter<T>> Parameters => [.. linear.Parameters, .. gate.Parameters];

    internal override LayerPass<T> Forward(Columns<T> input, ArrayLoan<T> loan)
    {
        LayerPass<T> linearPass = linear.Forward(input, loan), gatePass = gate.Forward(input, loan);
        Columns<T> sigmoid = gatePass.Output.Like(loan), output = gatePass.Output.Like(loan);
        gatePass.Output.AsSpan().CopyTo(sigmoid.AsSpan());
        Exponential.Sigmoid(sigmoid.AsSpan());
        TensorPrimitives.Multiply(gatePass.Output.AsSpan(), sigmoid.AsSpan(), output.AsSpan());
        TensorPrimitives.Multiply(output.AsSpan(), linearPass.Output.AsSpan(), output.AsSpan());
        return new Pass(linearPass, gatePass, sigmoid, output, loan);
    }

    private sealed class Pass(LayerPass<T> linear, LayerPass<T> gate, Columns<T> sigmoid, Columns<T> output, ArrayLoan<T> loan) : LayerPass<T>(output)
    {
        internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
        {
            Columns<T> linearGradient = outputGradient.Like(loan), gateGradient = outputGradient.Like(loan);
            Span<T> u = linear.Output.AsSpan(), g = gate.Output.AsSpan(), s = sigmoid.AsSpan(), du = linearGradient.AsSpan(), dg = gateGradient.AsSpan();
            TensorPrimitives.Multiply(outputGradient.AsSpan(), s, du);
            TensorPrimitives.Multiply(du, u, dg);
            TensorPrimitives.Multiply(du, g, du);
            TensorPrimitives.Subtract(T.One, s, s);
            TensorPrimitives.MultiplyAdd(s, g, T.One, s);
            TensorPrimitives.Multiply(dg, s, dg);

            return linear.Backward(linearGradient, gradients).Plus(gate.Backward(gateGradient, gradients), loan);
        }
    }
}
