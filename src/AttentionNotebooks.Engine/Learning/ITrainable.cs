using System.Numerics;

namespace AttentionNotebooks;

/// <summary>What training needs of a model.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal interface ITrainable<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What is learned, in the order of PyTorch's state dict.</summary>
    IReadOnlyList<Parameter<T>> Parameters { get; }

    /// <summary>Runs a part of a batch forwards and backwards, on the calling thread. Several parts may run at a time.</summary>
    /// <param name="examples">The part.</param>
    /// <param name="scale">What the loss of each target is multiplied by: one over the targets of the whole batch, for a mean.</param>
    /// <param name="gradients">dL/dP of each parameter P is added to it.</param>
    /// <returns>The cross-entropy of all targets of this part, in nats, summed up and scaled.</returns>
    double AddGradients(IReadOnlyList<TrainingExample> examples, double scale, ParameterGradients<T> gradients);

    /// <summary>Asks about examples without learning from them.</summary>
    /// <param name="examples">At least one.</param>
    /// <param name="compute">On how many threads; the result is the same, bit for bit.</param>
    /// <returns>The means over all their targets.</returns>
    Evaluation Evaluate(IReadOnlyList<TrainingExample> examples, ComputeOptions compute);
}
