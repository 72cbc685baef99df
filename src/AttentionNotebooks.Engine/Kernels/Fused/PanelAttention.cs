using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace AttentionNotebooks.Kernels;

/// <summary>Attention of some queries of one head, in panels of as many queries as a tile has lanes.</summary>
/// <remarks>
/// What a query gets depends on its own panel and on the grid of the key blocks, never on which panels are computed together: threads may share the queries
/// out as they like, if they cut between panels. O has the same bits whether the weights are kept or not.
/// </remarks>
internal static class PanelAttention<T, TVector, TLanes>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>The scores of about so many keys stay in the first cache: 16 kB in the widest panel. The same for all widths, so that these give the same bits.</summary>
    private const int UsualBlockKeys = 128;

    private static int Width => Tile<T, TVector, TLanes>.Width;

    /// <summary>O alone. The panels go through the keys together, so that a block of K and V is fetched once for all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Stream(in HeadSpans<T> head, in ScoreRule<T> rule, Range queries)
    {
        int panels = (queries.End.Value - queries.Start.Value + Width - 1) / Width, blockKeys = BlockKeys(head.KeyCount);
        using PanelMemory<T> memory = new(head, Width, panels, blockKeys);
        for (int place = 0; place < panels; place++) PanelSteps<T, TVector, TLanes>.Begin(head, rule, memory.Panel(place, PanelOf(queries, place)));

        KeyRange seen = SeenByAny(rule, queries, head.KeyCount);
        for (int start = seen.First / blockKeys * blockKeys; start < seen.End; start += blockKeys)
        {
            for (int place = 0; place < panels; place++)
            {
                QueryPanel<T> panel = memory.Panel(place, PanelOf(queries, place));
                KeyRange all = SeenByAny(rule, PanelOf(queries, place), head.KeyCount), keys = new KeyRange(start, start + blockKeys).And(all);
                if (keys.First < keys.End) AddBlock(head, rule, memory, panel, keys, memory.Scores, isFirst: keys.First == all.First);
            }
        }

        for (int place = 0; place < panels; place++)
        {
            QueryPanel<T> panel = memory.Panel(place, PanelOf(queries, place));
            PanelSteps<T, TVector, TLanes>.End(head, rule, panel);
            PanelSteps<T, TVector, TLanes>.Mend(head, rule, panel);
        }
    }

    /// <summary>O and the weights, and the scores too where they are wanted: panel by panel, with the exponentials of all keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Keep(in HeadSpans<T> head, in ScoreRule<T> rule, Range queries)
    {
        int blockKeys = BlockKeys(head.KeyCount), blocks = (head.KeyCount + blockKeys - 1) / blockKeys;
        using PanelMemory<T> memory = new(head, Width, panels: 1, blocks + head.KeyCount);
        Span<T> maxima = memory.Scores[..(blocks * Width)], exponentials = memory.Scores[(blocks * Width)..];
        for (int place = 0; place * Width < queries.End.Value - queries.Start.Value; place++)
        {
            QueryPanel<T> panel = memory.Panel(0, PanelOf(queries, place));
            PanelSteps<T, TVector, TLanes>.Begin(head, rule, panel);
            KeyRange seen = head.Scores.IsEmpty ? SeenByAny(rule, PanelOf(queries, place), head.KeyCount) : KeyRange.All(head.KeyCount);
            for (int block = 0; block < blocks; block++)
            {
                KeyRange keys = new KeyRange(block * blockKeys, (block + 1) * blockKeys).And(seen);
                if (keys.First < keys.End) AddBlock(head, rule, memory, panel, keys, exponentials[(keys.First * Width)..], isFirst: keys.First == seen.First);
                panel.Max.CopyTo(maxima[(block * Width)..]);
            }

            PanelSteps<T, TVector, TLanes>.End(head, rule, panel);
            KeepWeights(head, rule, panel, seen, maxima, exponentials);
            PanelSteps<T, TVector, TLanes>.Mend(head, rule, panel);
        }
    }

    /// <summary>One block of keys into O, by online softmax. Leaves the exponentials in <paramref name="scores"/>, as of the maximum so far.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddBlock(
        in HeadSpans<T> head, in ScoreRule<T> rule, PanelMemory<T> memory, QueryPanel<T> panel, KeyRange keys, Span<T> scores, bool isFirst)
    {
        Span<T> block = scores[..((keys.End - keys.First) * Width)];
        PanelSteps<T, TVector, TLanes>.Multiply(head.Keys, head.QuerySize, keys, panel.Queries, scores);
        if (!head.Scores.IsEmpty) CopyScores(block, keys, panel, head.Scores, rule.Divisor, head.KeyCount);
        if (rule.Slope != T.Zero) Sweeps<T, TVector, TLanes>.AddBias(block, keys.First, rule.ProductSlope, panel.Indices);
        if (!head.BiasedScores.IsEmpty) CopyScores(block, keys, panel, head.BiasedScores, rule.Divisor, head.KeyCount);
        if (rule.Mask is not null) Mask(rule.Mask, block, keys, panel.First..(panel.First + panel.Count), head.KeyCount);
        if (!head.MaskedScores.IsEmpty) CopyScores(block, keys, panel, head.MaskedScores, rule.Divisor, head.KeyCount);

        if (!isFirst) panel.Max.CopyTo(panel.Factor);
        Sweeps<T, TVector, TLanes>.Max(block, panel.Max);
        if (!isFirst) Sweeps<T, TVector, TLanes>.Rescale(panel.Factor, rule.Scale, panel.Max, panel.Sum);
        Sweeps<T, TVector, TLanes>.Exponentiate(block, rule.Scale, panel.Max, panel.Sum);
        if (isFirst) PanelSteps<T, TVector, TLanes>.Weigh<Overwrite>(memory.Values, memory.ValueStep, keys, block, panel.Output, panel.Factor);
        else PanelSteps<T, TVector, TLanes>.Weigh<Rescale>(memory.Values, memory.ValueStep, keys, block, panel.Output, panel.Factor);
    }

    /// <summary>The exponentials as weights: each block over the sum, and as of the greatest score of all.</summary>
    private static void KeepWeights(
        in HeadSpans<T> head, in ScoreRule<T> rule, QueryPanel<T> panel, KeyRange seen, Span<T> maxima, ReadOnlySpan<T> exponentials)
    {
        int blockKeys = BlockKeys(head.KeyCount);
        Span<T> factors = panel.Indices;
        for (int start = 0; start < head.KeyCount; start += blockKeys)
        {
            KeyRange block = new KeyRange(start, start + blockKeys).And(KeyRange.All(head.KeyCount)), keys = block.And(seen);
            panel.Factor.CopyTo(factors);
            Sweeps<T, TVector, TLanes>.Rescale(maxima.Slice(start / blockKeys * Width, Width), rule.Scale, panel.Max, factors);
            if (keys != block) ClearWeights(head, panel, block);
            if (keys.First < keys.End) CopyOut(exponentials[(keys.First * Width)..], keys, panel, head.Weights, head.KeyCount, factors);
        }
    }

    private static void ClearWeights(in HeadSpans<T> head, QueryPanel<T> panel, KeyRange block)
    {
        for (int lane = 0; lane < panel.Count; lane++)
            head.Weights.Slice(((panel.First + lane) * head.KeyCount) + block.First, block.End - block.First).Clear();
    }

    /// <summary>Products as the scores that they stand for. Where the divisor is a power of two, its reciprocal gives the same bits sooner.</summary>
    private static void CopyScores(ReadOnlySpan<T> block, KeyRange keys, QueryPanel<T> panel, Span<T> matrix, T divisor, int keyCount)
    {
        bool isExact = T.ScaleB(T.One, T.ILogB(divisor)) == divisor;
        panel.Factor.Fill(isExact ? T.One / divisor : T.One);
        CopyOut(block, keys, panel, matrix, keyCount, panel.Factor);
        for (int lane = 0; !isExact && lane < panel.Count; lane++)
        {
            Span<T> column = matrix.Slice(((panel.First + lane) * keyCount) + keys.First, keys.End - keys.First);
            TensorPrimitives.Divide(column, divisor, column);
        }
    }

    private static void CopyOut(
        ReadOnlySpan<T> block, KeyRange keys, QueryPanel<T> panel, Span<T> matrix, int keyCount, ReadOnlySpan<T> factors = default) =>
        Transposition.Run(block, Width, keys.End - keys.First, panel.Count, matrix[((panel.First * keyCount) + keys.First)..], keyCount, factors);

    /// <summary>−∞ where the mask forbids.</summary>
    internal static void Mask(IKeyMask mask, Span<T> block, KeyRange keys, Range queries, int keyCount)
    {
        KeyRange seenByAll = mask.SeenByAll(queries.Start.Value, queries.End.Value, keyCount);
        if (!seenByAll.Covers(keys.First, keys.End)) Sweeps<T, TVector, TLanes>.Mask(block, keys.First, mask, seenByAll, queries.Start.Value);
    }

    /// <summary>The keys that the queries need to go through.</summary>
    internal static KeyRange SeenByAny(in ScoreRule<T> rule, Range queries, int keyCount) =>
        (rule.Mask?.SeenByAny(queries.Start.Value, queries.End.Value, keyCount) ?? KeyRange.All(keyCount)).And(KeyRange.All(keyCount));

    private static Range PanelOf(Range queries, int place)
    {
        int first = queries.Start.Value + (place * Width);
        return first..Math.Min(first + Width, queries.End.Value);
    }

    /// <summary>The keys in blocks of about the same size, so that no small one is left over.</summary>
    internal static int BlockKeys(int keys)
    {
        int blocks = Math.Max(1, (keys + (UsualBlockKeys / 2)) / UsualBlockKeys), even = (keys + blocks - 1) / blocks;
        return (even + 3) / 4 * 4;
    }
}
