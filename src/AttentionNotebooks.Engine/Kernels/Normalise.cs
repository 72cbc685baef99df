using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks.Kernels;

/// <summary>The normalisations of one column of scores. A score of −∞ is a key that the mask forbids: its weight is 0.</summary>
/// <remarks>
/// s = scores, w = weights, both of length n; they may be the same span, and must not overlap otherwise.
/// A column of nothing but −∞ gives zeros, never NaN. Scores of +∞, where the formula has no value, share the whole weight (the limit of
/// softmax and sparsemax). A NaN among the scores gives NaN weights.
/// </remarks>
internal static class Normalise
{
    /// <summary>w = exp((s − max s) / τ) / Σ exp((s − max s) / τ).</summary>
    internal static void Softmax<T>(ReadOnlySpan<T> scores, T temperature, Span<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T max = TensorPrimitives.Max(scores);
        if (T.IsInfinity(max))
        {
            ShareAmongTheInfinite(scores, max, weights);
            return;
        }

        TensorPrimitives.Subtract(scores, max, weights);
        TensorPrimitives.Divide(weights, temperature, weights);
        Exponential.Exp(weights);
        TensorPrimitives.Divide(weights, TensorPrimitives.Sum<T>(weights), weights);
    }

    /// <summary>w = max(s, 0) · scale, where scale is 1 or one over the number of allowed keys.</summary>
    internal static void Relu<T>(ReadOnlySpan<T> scores, bool perKey, Span<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T divisor = ReluDivisor(scores, perKey);
        TensorPrimitives.Max(scores, T.Zero, weights);
        TensorPrimitives.Divide(weights, divisor, weights);
    }

    /// <summary>1, or the number of allowed keys, at least 1.</summary>
    internal static T ReluDivisor<T>(ReadOnlySpan<T> scores, bool perKey)
        where T : unmanaged, IFloatingPointIeee754<T> => perKey ? T.CreateChecked(Math.Max(1, CountAllowed(scores))) : T.One;

    /// <summary>w = 1 / (1 + exp(−(s + bias))).</summary>
    internal static void Sigmoid<T>(ReadOnlySpan<T> scores, T bias, Span<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Add(scores, bias, weights);
        Exponential.Sigmoid(weights);
    }

    /// <summary>w = max(s − τ, 0) with the τ that makes Σ w = 1: the point of the simplex nearest to s.</summary>
    internal static void Sparsemax<T>(ReadOnlySpan<T> scores, Span<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T max = TensorPrimitives.Max(scores);
        if (T.IsInfinity(max))
        {
            ShareAmongTheInfinite(scores, max, weights);
            return;
        }

        TensorPrimitives.Subtract(scores, max, weights);
        TensorPrimitives.Subtract(weights, SparsemaxThreshold<T>(weights), weights);
        TensorPrimitives.Max(weights, T.Zero, weights);
    }

    /// <summary>τ = (Σ of the k largest − 1) / k for the largest k with 1 + k·s₍ₖ₎ &gt; Σ of the k largest.</summary>
    private static T SparsemaxThreshold<T>(ReadOnlySpan<T> scores)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Scratch<T> scratch = new(scores.Length);
        Span<T> descending = scratch.Values;
        scores.CopyTo(descending);
        descending.Sort(static (x, y) => y.CompareTo(x));
        T sum = T.Zero, threshold = T.NaN;
        for (int k = 1; k <= descending.Length; k++)
        {
            T score = descending[k - 1];
            T count = T.CreateChecked(k);
            if (!(T.One + (count * score) > sum + score)) break;
            sum += score;
            threshold = (sum - T.One) / count;
        }

        return threshold;
    }

    private static void ShareAmongTheInfinite<T>(ReadOnlySpan<T> scores, T max, Span<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T share = T.IsNegative(max) ? T.Zero : T.One / T.CreateChecked(scores.Count(max));
        for (int i = 0; i < scores.Length; i++)
            weights[i] = scores[i] == max ? share : T.Zero;
    }

    private static int CountAllowed<T>(ReadOnlySpan<T> scores)
        where T : unmanaged, IFloatingPointIeee754<T> => scores.Length - scores.Count(T.NegativeInfinity);
}
