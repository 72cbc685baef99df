using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AttentionNotebooks.Kernels;

/// <summary>The steps of attention on one panel of queries.</summary>
internal static class PanelSteps<T, TVector, TLanes>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
{
    private static int Width => Tile<T, TVector, TLanes>.Width;

    /// <summary>Q across the lanes; no key seen yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Begin(in HeadSpans<T> head, QueryPanel<T> panel)
    {
        if (panel.Count < Width) panel.Queries.Clear();
        Transposition.Run(head.Queries[(panel.First * head.QuerySize)..], head.QuerySize, panel.Count, head.QuerySize, panel.Queries, Width);
        panel.Output.Clear();
        panel.Sum.Clear();
        panel.Max.Fill(ScoreRule<T>.Least);
        for (int lane = 0; lane < Width; lane++) panel.Indices[lane] = T.CreateTruncating(panel.First + lane);
    }

    /// <summary>kᵀq for each of the keys: scores [keys, lanes].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Score(in HeadSpans<T> head, QueryPanel<T> panel, KeyRange keys, Span<T> scores)
    {
        for (int key = keys.First, rows; key < keys.End; key += rows)
        {
            rows = TileRows.Of(keys.End - key);
            Span<T> tile = scores.Slice((key - keys.First) * Width, rows * Width);
            if (key + rows <= head.KeyCount) ScoreTile(head.Keys[(key * head.QuerySize)..], head.QuerySize, rows, panel.Queries, tile);
            else ScoreLastKeys(head, key, panel.Queries, tile);
        }
    }

    /// <summary>O = factor · O + V·P for the keys whose exponentials P [keys, lanes] holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Weigh(PanelMemory<T> memory, QueryPanel<T> panel, KeyRange keys, ReadOnlySpan<T> exponentials)
    {
        int step = memory.ValueStep;
        ReadOnlySpan<T> values = memory.Values[(keys.First * step)..(keys.End * step)];
        for (int row = 0, rows; row < step; row += rows)
        {
            rows = TileRows.Of(step - row);
            Debug.Assert(row + rows <= step, "An even size is some sixes and fours.");
            ref readonly T a = ref values[row];
            ref T c = ref panel.Output[row * Width];
            ref readonly T p = ref exponentials[0];
            ref readonly T factor = ref panel.Factor[0];
            nuint inner = (nuint)(keys.End - keys.First);
            if (rows == 6) Tile<T, TVector, TLanes>.Multiply<SixRows, Rescale>(in a, 1, (nuint)step, in p, inner, ref c, (nuint)Width, in factor);
            else Tile<T, TVector, TLanes>.Multiply<FourRows, Rescale>(in a, 1, (nuint)step, in p, inner, ref c, (nuint)Width, in factor);
        }
    }

    /// <summary>O over the sums, each query to its own column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void End(in HeadSpans<T> head, QueryPanel<T> panel)
    {
        for (int lane = 0; lane < panel.Count; lane++) panel.Factor[lane] = IsSum(panel.Sum[lane]) ? T.One / panel.Sum[lane] : T.Zero;
        Transposition.Run(panel.Output, Width, head.ValueSize, panel.Count, head.Output[(panel.First * head.OutputStep)..], head.OutputStep, panel.Factor);
    }

    /// <summary>A query that sees no key, or whose scores are infinite, NaN or beyond all measure, has no such sum: it goes the way of the reference.</summary>
    internal static void Mend(in HeadSpans<T> head, in ScoreRule<T> rule, QueryPanel<T> panel)
    {
        for (int lane = 0; lane < panel.Count; lane++)
        {
            if (!IsSum(panel.Sum[lane])) ReferenceAttention.Query(head, rule, panel.First + lane);
        }
    }

    private static bool IsSum(T sum) => sum > T.Zero && T.IsFinite(sum);

    private static void ScoreTile(ReadOnlySpan<T> keys, int step, int rows, ReadOnlySpan<T> queries, Span<T> tile)
    {
        ref readonly T a = ref MemoryMarshal.GetReference(keys);
        ref readonly T b = ref MemoryMarshal.GetReference(queries);
        ref T c = ref MemoryMarshal.GetReference(tile);
        if (rows == 6) Tile<T, TVector, TLanes>.Multiply<SixRows, Overwrite>(in a, (nuint)step, 1, in b, (nuint)step, ref c, (nuint)Width, in b);
        else Tile<T, TVector, TLanes>.Multiply<FourRows, Overwrite>(in a, (nuint)step, 1, in b, (nuint)step, ref c, (nuint)Width, in b);
    }

    /// <summary>The last one, two or three keys, as a tile of four that does not read behind K.</summary>
    private static void ScoreLastKeys(in HeadSpans<T> head, int key, ReadOnlySpan<T> queries, Span<T> tile)
    {
        using Scratch<T> four = new(4 * head.QuerySize);
        four.Values.Clear();
        head.Keys[(key * head.QuerySize)..].CopyTo(four.Values);
        ScoreTile(four.Values, head.QuerySize, 4, queries, tile);
    }
}
