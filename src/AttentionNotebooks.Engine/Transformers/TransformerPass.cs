using System.Numerics;

namespace AttentionNotebooks;

/// <summary>A forward pass of a <see cref="TransformerBody{T}"/>, step by step, that can be run backwards.</summary>
/// <param name="loan">Lends the memory of forward and backward pass.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class TransformerPass<T>(ArrayLoan<T> loan)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<LayerPass<T>> steps = [];

    /// <summary>Lends the memory.</summary>
    internal ArrayLoan<T> Loan => loan;

    /// <summary>What the first step starts from, where it does not make it itself.</summary>
    internal Columns<T> Input { get; init; }

    /// <summary>What the last step computed, one token a column.</summary>
    internal Columns<T> Output => steps.Count == 0 ? Input : steps[^1].Output;

    /// <summary>A step from the output so far to the next one.</summary>
    internal void Add(LayerPass<T> step) => steps.Add(step);

    /// <summary>All steps backwards.</summary>
    /// <param name="outputGradient">dL/dY.</param>
    /// <param name="gradients">dL/dP of each parameter P is added to it.</param>
    internal void Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
    {
        Columns<T> gradient = outputGradient;
        for (int step = steps.Count - 1; step >= 0; step--) gradient = steps[step].Backward(gradient, gradients);
    }
}
