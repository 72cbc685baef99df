using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks;

/// <summary>A loss that has been computed, and can be run backwards once.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="loss">L.</param>
/// <param name="probabilities">softmax(Z); not known where there is no target.</param>
/// <param name="targets">For each token the number of its word, or <see cref="TrainingExample.NoTarget"/>.</param>
/// <param name="scale">What the loss of each target was multiplied by.</param>
internal sealed class CrossEntropyPass<T>(double loss, Columns<T> probabilities, IReadOnlyList<int> targets, double scale)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>L, scaled.</summary>
    internal double Loss => loss;

    /// <summary>dL/dZ, vocabulary×n, which takes the place of the probabilities.</summary>
    internal Columns<T> Backward()
    {
        for (int token = 0; token < targets.Count; token++) Backward(probabilities[token], targets[token]);
        return probabilities;
    }

    private void Backward(Span<T> gradient, int target)
    {
        if (target == TrainingExample.NoTarget)
        {
            gradient.Clear();
            return;
        }

        gradient[target] -= T.One;
        TensorPrimitives.Multiply(gradient, T.CreateChecked(scale), gradient);
    }
}
