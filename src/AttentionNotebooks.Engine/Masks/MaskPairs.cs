using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Counts the pairs of key and query that a mask allows.</summary>
internal static class MaskPairs
{
    /// <param name="mask">The mask; null: all pairs.</param>
    /// <param name="keys">n_k.</param>
    /// <param name="queries">n_q.</param>
    internal static double Count(AttentionMask? mask, int keys, int queries)
    {
        if (mask?.ForKernels(keys, queries) is not { } asked) return (double)keys * queries;
        double pairs = 0;
        for (int query = 0; query < queries; query++) pairs += OfQuery(asked, query, keys);
        return pairs;
    }

    /// <summary>Only keys of which the mask cannot tell by a range are asked for.</summary>
    private static int OfQuery(IKeyMask mask, int query, int keys)
    {
        KeyRange all = KeyRange.All(keys), open = mask.SeenByAny(query, query + 1, keys).And(all), seen = mask.SeenByAll(query, query + 1, keys).And(all);
        if (seen.End <= seen.First) seen = new KeyRange(open.End, open.End);
        return Ask(mask, query, open.First, seen.First) + (seen.End - seen.First) + Ask(mask, query, seen.End, open.End);
    }

    private static int Ask(IKeyMask mask, int query, int first, int end)
    {
        int pairs = 0;
        for (int key = first; key < end; key++) pairs += (int)(mask.Queries(key, query, 1) & 1);
        return pairs;
    }
}
