using System.Numerics;

namespace AttentionNotebooks;

/// <summary>The network that each token passes by itself: a linear layer, an activation, a linear layer.</summary>
/// <remarks>
/// Y = W₂·f(W₁·X + b₁) + b₂; with SwiGLU a third matrix is the gate.
/// Source: Vaswani et al. 2017, section 3.3. Names as in PyTorch's <c>nn.TransformerEncoderLayer</c>, and <c>linear_gate</c>.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class FeedForward<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Layer<T>[] steps;

    /// <summary>A network with weights drawn at random.</summary>
    /// <param name="name">What its parameters' names begin with, for example <c>layers.0</c>.</param>
    /// <param name="size">r.</param>
    /// <param name="hiddenSize">The features between the two layers.</param>
    /// <param name="activation">f.</param>
    /// <param name="hasBiases">Whether there are b₁ and b₂.</param>
    /// <param name="initialisation">Draws them.</param>
    internal FeedForward(string name, int size, int hiddenSize, ActivationKind activation, bool hasBiases, Initialisation initialisation)
    {
        Linear<T> linear1 = Linear("linear1", size, hiddenSize);
        steps = activation switch
        {
            ActivationKind.Relu => [linear1, new Relu<T>(), Linear("linear2", hiddenSize, size)],
            ActivationKind.Gelu => [linear1, new Gelu<T>(), Linear("linear2", hiddenSize, size)],
            ActivationKind.SwiGlu => [new SwiGlu<T>(linear1, Linear("linear_gate", size, hiddenSize)), Linear("linear2", hiddenSize, size)],
            _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "activation must be one of its named values."),
        };

        Linear<T> Linear(string which, int from, int to) => new($"{name}.{which}", from, to, hasBiases, initialisation);
    }

    internal override IEnumerable<Parameter<T>> Parameters => steps.SelectMany(step => step.Parameters);

    internal override LayerPass<T> Forward(Columns<T> input, ArrayLoan<T> loan)
    {
        LayerPass<T>[] passes = new LayerPass<T>[steps.Length];
        for (int step = 0; step < passes.Length; step++) passes[step] = steps[step].Forward(step == 0 ? input : passes[step - 1].Output, loan);
        return new Pass(passes);
    }

    private sealed class Pass(LayerPass<T>[] passes) : LayerPass<T>(passes[^1].Output)
    {
        internal override Columns<T> Backward(Columns<T> outputGradient, ParameterGradients<T> gradients)
        {
            Columns<T> gradient = outputGradient;
            foreach (LayerPass<T> pass in passes.Reverse()) gradient = pass.Backward(gradient, gradients);
            return gradient;
        }
    }
}
