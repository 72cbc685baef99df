using System.Numerics;
using System.Numerics.Tensors;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>How surprised a model is by the words that are to be said: softmax and cross-entropy in one, in nats.</summary>
/// <remarks>
/// With the logits z of a token and its target y:
/// L  = scale · Σ over the tokens with a target of (log Σᵢ exp(zᵢ − max z) − (z_y − max z))
/// dz = scale · (softmax(z) − onehot(y)), and zeros where nothing is to be said
/// </remarks>
internal static class CrossEntropy
{
    /// <summary>Computes the loss.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="logits">Z, vocabulary×n. Not changed.</param>
    /// <param name="targets">For each token the number of its word, or <see cref="TrainingExample.NoTarget"/>.</param>
    /// <param name="scale">What the loss of each target is multiplied by.</param>
    /// <param name="loan">Lends the memory of forward and backward pass.</param>
    internal static CrossEntropyPass<T> Forward<T>(Columns<T> logits, IReadOnlyList<int> targets, double scale, ArrayLoan<T> loan)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Columns<T> probabilities = logits.Like(loan);
        double loss = 0;
        for (int token = 0; token < targets.Count; token++)
        {
            if (targets[token] != TrainingExample.NoTarget) loss += Forward<T>(logits[token], targets[token], probabilities[token]);
        }

        return new CrossEntropyPass<T>(loss * scale, probabilities, targets, scale);
    }

    private static double Forward<T>(ReadOnlySpan<T> logits, int target, Span<T> probabilities)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), probabilities);
        double targetLogit = double.CreateChecked(probabilities[target]);
        Exponential.Exp(probabilities);
        T sum = Sums.Sum<T>(probabilities);
        TensorPrimitives.Divide(probabilities, sum, probabilities);
        return Math.Log(double.CreateChecked(sum)) - targetLogit;
    }
}
