using System.Numerics;
using System.Runtime.Intrinsics;

namespace AttentionNotebooks.Kernels;

/// <summary>O = V·softmax(KᵀQ) of one head without A and A′ in memory, or with them where they are wanted.</summary>
/// <remarks>
/// The ladder, from the formula to what runs. Each rung computes the same; tests hold every one against the first.
/// <list type="number">
/// <item><see cref="ReferenceAttention"/>: the formula, query by query. Three passes over the keys.</item>
/// <item><see cref="MatrixProduct"/>: A and A′ as whole matrices, the products in blocks. The way of the normalisations and scores that are not fused.</item>
/// <item><see cref="Tile{T, TVector, TLanes}"/>: the problem transposed. A panel of queries lies across the lanes and keys run down the rows, so that maximum,
/// exponential and sum of softmax work lane by lane, and no sum ever crosses lanes.</item>
/// <item><see cref="PanelAttention{T, TVector, TLanes}.Stream"/>: online softmax (Milakov &amp; Gimelshein 2018; FlashAttention, Dao et al. 2022). Block by block of keys,
/// with m the greatest score so far, ℓ the sum and O the weighted values:
/// m′ = max(m, max S), P = 2^(c·(S − m′)), f = 2^(c·(m − m′)), ℓ ← f·ℓ + ΣP, O ← f·O + V·P; at the end O / ℓ. Memory no longer grows with n².</item>
/// <item><see cref="PanelAttention{T, TVector, TLanes}.Keep"/>: the same, where A′ is wanted: P of every block is remembered with its m, and divided at the end.</item>
/// <item>Masks and biases change a block of scores between its product and its maximum. Blocks that no query of the panel sees are not touched: a causal
/// call does half the work.</item>
/// <item><see cref="PanelGradients{T, TVector, TLanes}"/>: the way back, with the weights computed a second time from one number a query.</item>
/// </list>
/// Legend: S = scores of a block, P = its exponentials, c = log₂e / (divisor · temperature), since 2ˣ is cheaper than eˣ.
/// The widest vectors that the queries fill are taken; the last queries take narrower ones.
/// </remarks>
internal static class FusedAttention
{
    /// <summary>Queries are shared out between threads in multiples of this, which every panel divides.</summary>
    internal const int QueryGrain = 64;

    /// <summary>O, and A and A′ where <paramref name="head"/> has room for them, of the queries in the range.</summary>
    /// <param name="head">Q, K, V and where the results go.</param>
    /// <param name="rule">From dot products to weights.</param>
    /// <param name="queries">Which queries; starts at a multiple of <see cref="QueryGrain"/>.</param>
    internal static void Run<T>(in HeadSpans<T> head, in ScoreRule<T> rule, Range queries)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int first = queries.Start.Value, end = queries.End.Value;
        while (first < end)
        {
            int width = PanelSlot.WidthFor<T>(end - first), stop = end - first >= width ? end - ((end - first) % width) : end;
            if (width == 2 * Vector512<T>.Count) Panels<T, Vector512<T>, Lanes512<T>>(head, rule, first..stop);
            else if (width == 2 * Vector256<T>.Count) Panels<T, Vector256<T>, Lanes256<T>>(head, rule, first..stop);
            else if (width == 2 * Vector128<T>.Count) Panels<T, Vector128<T>, Lanes128<T>>(head, rule, first..stop);
            else Panels<T, T, Lanes1<T>>(head, rule, first..stop);
            first = stop;
        }
    }

    /// <summary>How many scores exist at a time where the weights are not kept: a block of keys for the queries of the widest panel.</summary>
    internal static int ScoresAtATime<T>(int keys, int queries)
        where T : unmanaged, IFloatingPointIeee754<T> => PanelAttention<T, T, Lanes1<T>>.BlockKeys(keys) * PanelSlot.WidthFor<T>(queries);

    private static void Panels<T, TVector, TLanes>(in HeadSpans<T> head, in ScoreRule<T> rule, Range queries)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>
    {
        if (head.Weights.IsEmpty) PanelAttention<T, TVector, TLanes>.Stream(head, rule, queries);
        else PanelAttention<T, TVector, TLanes>.Keep(head, rule, queries);
    }

    /// <summary>The gradients of Q, K and V of one head.</summary>
    /// <param name="head">The head, with O and the logarithms of the sums as <see cref="Run"/> left them.</param>
    /// <param name="rule">From dot products to weights.</param>
    /// <param name="gradients">That of O, and where the others go.</param>
    /// <param name="cancellation">Looked at all along.</param>
    internal static void RunBackward<T>(in HeadSpans<T> head, in ScoreRule<T> rule, in GradientSpans<T> gradients, CancellationToken cancellation = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = PanelSlot.WidthFor<T>(head.QueryCount);
        if (width == 2 * Vector512<T>.Count) PanelGradients<T, Vector512<T>, Lanes512<T>>.Run(head, rule, gradients, cancellation);
        else if (width == 2 * Vector256<T>.Count) PanelGradients<T, Vector256<T>, Lanes256<T>>.Run(head, rule, gradients, cancellation);
        else if (width == 2 * Vector128<T>.Count) PanelGradients<T, Vector128<T>, Lanes128<T>>.Run(head, rule, gradients, cancellation);
        else PanelGradients<T, T, Lanes1<T>>.Run(head, rule, gradients, cancellation);
    }
}
