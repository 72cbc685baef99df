using System.Numerics;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Attention with any score and any normalisation: the columns of some queries of A as a whole, then normalised, then O.</summary>
/// <remarks>Memory grows with n_k times the queries of a strip. What the fused kernel computes, it does not compute here.</remarks>
internal static class PlainAttention
{
    private const int Strip = 64;

    /// <summary>Some columns of O, and of all that is kept.</summary>
    internal static void Run<T>(HeadWork<T> head, IKeyMask? mask, Range queries)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int first = queries.Start.Value; first < queries.End.Value; first += Strip)
            RunStrip(head, mask, first..Math.Min(first + Strip, queries.End.Value));
    }

    private static void RunStrip<T>(HeadWork<T> head, IKeyMask? mask, Range queries)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int first = queries.Start.Value, count = queries.End.Value - first;
        using Scratch<T> scratch = new((long)count * head.KeyCount);
        Span<T> columns = scratch.Values;
        head.Rule.Score.Compute(head.Queries.AsSpan(first * head.QuerySize, count * head.QuerySize), head.QuerySize, head.Keys, head.KeySize, columns);
        Keep(columns, head.Scores, first, head.KeyCount);
        for (int query = 0; query < count; query++) head.Rule.AddBias(columns.Slice(query * head.KeyCount, head.KeyCount), first + query);
        Keep(columns, head.BiasedScores, first, head.KeyCount);
        for (int query = 0; query < count; query++) Mask(columns.Slice(query * head.KeyCount, head.KeyCount), mask, first + query);
        Keep(columns, head.MaskedScores, first, head.KeyCount);
        head.Rule.Normalisation.ApplyToColumns(columns, head.KeyCount);
        Keep(columns, head.Weights, first, head.KeyCount);
        MatrixProduct.Multiply(head.Values, columns, head.KeyCount, head.Output.AsSpan(first * head.OutputStep), head.OutputStep);
    }

    private static void Keep<T>(ReadOnlySpan<T> columns, T[]? kept, int first, int keyCount)
    {
        if (kept is not null) columns.CopyTo(kept.AsSpan(first * keyCount));
    }

    private static void Mask<T>(Span<T> column, IKeyMask? mask, int query)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int key = 0; mask is not null && key < column.Length; key++)
        {
            if ((mask.Queries(key, query, 1) & 1) == 0) column[key] = T.NegativeInfinity;
        }
    }
}
