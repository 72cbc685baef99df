using System.Numerics;

namespace AttentionNotebooks;

/// <summary>A step of a block beside a path that leads past it, with its norm.</summary>
/// <remarks>
/// Y = X + f(norm(X))    the norm first (Xiong et al. 2020)
/// Y = norm(X + f(X))    the norm last (Vaswani et al. 2017, section 3.1)
/// Backwards, a sum hands its gradient to both of its terms.
/// </remarks>
/// <param name="norm">The norm.</param>
/// <param name="normFirst">Where it stands.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class Residual<T>(Layer<T> norm, bool normFirst)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What is learned by the norm.</summary>
    internal IEnumerable<Parameter<T>> NormParameters => norm.Parameters;

    /// <summary>Computes Y.</summary>
    /// <param name="input">X.</param>
    /// <param name="step">f.</param>
    /// <param name="loan">Lends the memory of forward and backward pass.</param>
    internal LayerPass<T> Forward(Columns<T> input, Func<Columns<T>, LayerPass<T>> step, ArrayLoan<T> loan)
    {
        if (normFirst)
        {
            LayerPass<T> normed = norm.Forward(input, loan), stepped = step(normed.Output);
            return new NormFirst(normed, stepped, input.Plus(stepped.Output, loan), loan);
        }

        LayerPass<T> first = step(input);
        return new NormLast(first, norm.Forward(input.Plus(first.Output, loan), loan), loan);
    }

    private sealed class NormFirst(LayerPass<T> normed, LayerPass<T> stepped, Columns<T> output, ArrayLoan<T> loan) : LayerPass<T>(output)
    {
        internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients) =>
            outputGradient.Plus(normed.Backward(stepped.Backward(outputGradient, gradients), gradients), loan);
    }

    private sealed class NormLast(LayerPass<T> stepped, LayerPass<T> normed, ArrayLoan<T> loan) : LayerPass<T>(normed.Output)
    {
        internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
        {
            Columns<T> sumGradient = normed.Backward(outputGradient, gradients);
            return sumGradient.Plus(stepped.Backward(sumGradient, gradients), loan);
        }
    }
}
