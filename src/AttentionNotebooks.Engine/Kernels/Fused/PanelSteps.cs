using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

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
    internal static void Begin(in HeadSpans<T> head, in ScoreRule<T> rule, QueryPanel<T> panel)
    {
        Lay(head.Queries[(panel.First * head.QuerySize)..], head.QuerySize, head.QuerySize, panel.Count, panel.Queries);
        panel.Sum.Clear();
        panel.Max.Fill(ScoreRule<T>.Least);
        for (int lane = 0; rule.Slope != T.Zero && lane < Width; lane++) panel.Indices[lane] = T.CreateTruncating(panel.First + lane);
    }

    /// <summary>Tokens across the lanes, zeros in the lanes that are left over.</summary>
    internal static void Lay(ReadOnlySpan<T> tokens, int step, int size, int count, Span<T> lanes)
    {
        if (count < Width) lanes.Clear();
        Transposition.Run(tokens, step, count, size, lanes, Width);
    }

    /// <summary>tᵀx for each of the tokens t, where x are the lanes: products [tokens, lanes]. With keys and queries, the scores.</summary>
    /// <param name="tokens">All tokens, one behind the other.</param>
    /// <param name="size">Numbers of a token.</param>
    /// <param name="range">Which tokens.</param>
    /// <param name="lanes">What they are multiplied with, size rows.</param>
    /// <param name="products">A row for each token of the range, and up to three more that are written and mean nothing.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Multiply(ReadOnlySpan<T> tokens, int size, KeyRange range, ReadOnlySpan<T> lanes, Span<T> products)
    {
        for (int token = range.First, rows; token < range.End; token += rows)
        {
            rows = TileRows.Of(range.End - token);
            Span<T> tile = products.Slice((token - range.First) * Width, rows * Width);
            if ((token + rows) * size <= tokens.Length) Tile<T, TVector, TLanes>.Run<Overwrite>(rows, in tokens[token * size], size, 1, in lanes[0], Width, size, ref tile[0], Width, in lanes[0]);
            else MultiplyLast(tokens[(token * size)..], size, lanes, tile);
        }
    }

    /// <summary>sums = finish(Σ tokenᵢ·pᵢ) for the tokens of the range, whose factors p [tokens, lanes] holds. With values and exponentials, O.</summary>
    /// <param name="tokens">All tokens, one behind the other.</param>
    /// <param name="size">Numbers of a token: some sixes and fours.</param>
    /// <param name="range">Which tokens.</param>
    /// <param name="p">A row for each token of the range.</param>
    /// <param name="sums">As many rows as a token has numbers.</param>
    /// <param name="factor">One for each lane, for <typeparamref name="TFinish"/>.</param>
    /// <typeparam name="TFinish">What becomes of the sums so far.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Weigh<TFinish>(ReadOnlySpan<T> tokens, int size, KeyRange range, ReadOnlySpan<T> p, Span<T> sums, ReadOnlySpan<T> factor)
        where TFinish : struct, ITileFinish
    {
        ReadOnlySpan<T> some = tokens[(range.First * size)..(range.End * size)];
        for (int row = 0, rows; row < size; row += rows)
        {
            rows = TileRows.Of(size - row);
            Span<T> tile = sums.Slice(row * Width, rows * Width);
            Tile<T, TVector, TLanes>.Run<TFinish>(rows, in some[row], 1, size, in p[0], Width, range.End - range.First, ref tile[0], Width, in factor[0]);
        }
    }

    /// <summary>O over the sums, each query to its own column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void End(in HeadSpans<T> head, in ScoreRule<T> rule, QueryPanel<T> panel)
    {
        TensorPrimitives.Reciprocal(panel.Sum, panel.Factor);
        Transposition.Run(panel.Output, Width, head.ValueSize, panel.Count, head.Output[(panel.First * head.OutputStep)..], head.OutputStep, panel.Factor);
        for (int lane = 0; !head.LogSums.IsEmpty && lane < panel.Count; lane++)
            head.LogSums[panel.First + lane] = IsSum(panel.Sum[lane]) ? (rule.Scale * panel.Max[lane]) + T.Log2(panel.Sum[lane]) : T.PositiveInfinity;
    }

    /// <summary>
    /// A query that sees no key, or whose scores are infinite, NaN or beyond all measure, has no such sum, and values may be too great to be added up before their
    /// division or be no numbers: it goes the way of the reference.
    /// </summary>
    internal static void Mend(in HeadSpans<T> head, in ScoreRule<T> rule, QueryPanel<T> panel)
    {
        bool allFinite = TensorPrimitives.IsFiniteAll<T>(panel.Output);
        for (int lane = 0; lane < panel.Count; lane++)
        {
            if (!IsSum(panel.Sum[lane]) || !(allFinite || IsFinite(head, panel.First + lane))) ReferenceAttention.Query(head, rule, panel.First + lane);
        }
    }

    private static bool IsSum(T sum) => sum > T.Zero && T.IsFinite(sum);

    private static bool IsFinite(in HeadSpans<T> head, int query) =>
        TensorPrimitives.IsFiniteAll<T>(head.Output.Slice(query * head.OutputStep, head.ValueSize));

    /// <summary>The last one, two or three tokens, as a tile of four that does not read behind them.</summary>
    private static void MultiplyLast(ReadOnlySpan<T> tokens, int size, ReadOnlySpan<T> lanes, Span<T> tile)
    {
        using Scratch<T> four = new(4 * size);
        four.Values.Clear();
        tokens.CopyTo(four.Values);
        Tile<T, TVector, TLanes>.Run<Overwrite>(4, in four.Values[0], size, 1, in lanes[0], Width, size, ref tile[0], Width, in lanes[0]);
    }
}
