using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks.Kernels;

/// <summary>Attention as the formula says it, one query after another: the oracle of the fast paths, and the way of those queries that they cannot take.</summary>
/// <remarks>
/// αᵢ = kᵢᵀq / divisor − slope·|i − j|, −∞ where the mask forbids    (1) scores of all keys for query j
/// α′ = softmax(α / temperature)                                     (2)
/// b  = Σᵢ α′ᵢ vᵢ                                                     (3)
/// Infinite scores and NaN are treated as <see cref="Normalise"/> says; a query that sees no key has zero weights and a zero output. A key of weight 0 has no part
/// in (3), even where its value is infinite or NaN: what a mask forbids does not matter.
/// </remarks>
internal static class ReferenceAttention
{
    /// <summary>Writes the column of one query: of O, and of A′ where it is kept.</summary>
    internal static void Query<T>(in HeadSpans<T> head, in ScoreRule<T> rule, int query)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Scratch<T> scratch = new(head.KeyCount);
        Span<T> column = head.Weights.IsEmpty ? scratch.Values : head.Weights.Slice(query * head.KeyCount, head.KeyCount);
        for (int key = 0; key < column.Length; key++) column[key] = Score(head, rule, key, query);
        Normalise.Softmax(column, rule.Temperature, column);

        Span<T> output = head.Output.Slice(query * head.OutputStep, head.ValueSize);
        output.Clear();
        for (int key = 0; key < column.Length; key++)
        {
            if (column[key] != T.Zero) TensorPrimitives.MultiplyAdd(head.Values.Slice(key * head.ValueSize, head.ValueSize), column[key], output, output);
        }
    }

    private static T Score<T>(in HeadSpans<T> head, in ScoreRule<T> rule, int key, int query)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (rule.Mask is { } mask && (mask.Queries(key, query, 1) & 1) == 0) return T.NegativeInfinity;
        int size = head.QuerySize;
        T product = TensorPrimitives.Dot(head.Keys.Slice(key * size, size), head.Queries.Slice(query * size, size));
        return (product / rule.Divisor) - (rule.Slope * T.CreateTruncating(Math.Abs(key - query)));
    }
}
