using System.Numerics;

namespace AttentionNotebooks;

/// <summary>One step of a model that treats each token for itself: a forward pass, which keeps what the backward pass needs.</summary>
/// <remarks>Forward and backward stand in one file, as a pair (after Karpathy's llm.c). A pass works on one thread; several may run at a time.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal abstract class Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What is learned, in the order of PyTorch's state dict.</summary>
    internal abstract IEnumerable<Parameter<T>> Parameters { get; }

    /// <summary>Computes the output.</summary>
    /// <param name="input">One token a column. Not changed, and needed until the backward pass is done.</param>
    /// <param name="loan">Lends the memory of forward and backward pass.</param>
    internal abstract LayerPass<T> Forward(Columns<T> input, ArrayLoan<T> loan);
}
