using System.Numerics;

namespace AttentionNotebooks;

/// <summary>A forward pass of an <see cref="AttentionLayer{T}"/> that can be run backwards.</summary>
/// <param name="projected">From X to Q, K and V.</param>
/// <param name="attended">From Q, K and V to the outputs of the heads.</param>
/// <param name="joined">From the outputs of the heads to Y.</param>
/// <param name="loan">Lends the memory.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class AttentionPass<T>(LayerPass<T> projected, HeadsPass<T> attended, LayerPass<T> joined, ArrayLoan<T> loan) : LayerPass<T>(joined.Output)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private Columns<T> gradient;

    private int Tokens => attended.Output.Count;

    /// <summary>dL/dS of the source S of cross-attention, once the backward pass is done; empty in self-attention.</summary>
    internal Columns<T> SourceGradient => gradient.Part(Tokens, gradient.Count - Tokens);

    internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
    {
        Columns<T> projectedGradient = projected.Output.Like(loan);
        attended.Backward(joined.Backward(outputGradient, gradients), projectedGradient);
        gradient = projected.Backward(projectedGradient, gradients);
        return gradient.Part(0, Tokens);
    }
}
