using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Makes self-attention: one head.</summary>
public static class SelfAttention
{
    /// <summary>Weights drawn at random (Glorot &amp; Bengio 2010), for <see cref="double"/>.</summary>
    /// <param name="modelSize">r, the number of features of a token, at least 1.</param>
    /// <param name="headSize">q, the size of queries and keys, and of values unless <paramref name="valueSize"/> is given; at least 1.</param>
    /// <param name="seed">The same seed gives the same weights on every machine.</param>
    /// <param name="valueSize">v, at least 1; null: the same as <paramref name="headSize"/>.</param>
    /// <returns>Scaled dot product, softmax, no positions, no biases.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is less than 1.</exception>
    public static SelfAttention<double> Random(int modelSize, int headSize, int seed, int? valueSize = null) =>
        Random<double>(modelSize, headSize, seed, valueSize);

    /// <inheritdoc cref="Random(int, int, int, int?)"/>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    public static SelfAttention<T> Random<T>(int modelSize, int headSize, int seed, int? valueSize = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(modelSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(headSize, 1);
        if (valueSize is < 1) throw new ArgumentOutOfRangeException(nameof(valueSize), valueSize, "valueSize must be at least 1.");
        Initialisation initialisation = new(seed);
        return FromWeights(
            initialisation.Glorot<T>(headSize, modelSize),
            initialisation.Glorot<T>(headSize, modelSize),
            initialisation.Glorot<T>(valueSize ?? headSize, modelSize));
    }

    /// <summary>Weights of one's own.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="queryWeights">W^q, q×r; finite.</param>
    /// <param name="keyWeights">W^k, q×r; finite. For cross-attention, r is the feature count of the source.</param>
    /// <param name="valueWeights">W^v, v×r; finite, with the columns of W^k.</param>
    /// <param name="score">How a key answers a query; null: scaled dot product. Some scores allow keys of another size than queries.</param>
    /// <returns>Softmax, no positions, no biases.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit one another, or a weight is NaN or infinite.</exception>
    public static SelfAttention<T> FromWeights<T>(
        Matrix<T> queryWeights, Matrix<T> keyWeights, Matrix<T> valueWeights, Score<T>? score = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AttentionRule<T> rule = AttentionRule<T>.Default;
        return score is null
            ? new SelfAttention<T>(queryWeights, keyWeights, valueWeights, rule, nameof(keyWeights))
            : new SelfAttention<T>(queryWeights, keyWeights, valueWeights, rule with { Score = score }, nameof(score));
    }
}
