using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AttentionNotebooks.Kernels;

/// <summary>The steps between the two products on a block of scores: keys down, queries across the lanes. Each lane is a column of A by itself.</summary>
/// <remarks>In all of them, row r of the block is key firstKey + r, and a row has 2·Count lanes.</remarks>
internal static class Sweeps<T, TVector, TLanes>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>s = s − slope · |key − query|, where <paramref name="queries"/> holds the indices of the queries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddBias(Span<T> block, int firstKey, T slope, ReadOnlySpan<T> queries)
    {
        nuint count = (nuint)TLanes.Count;
        ref T scores = ref MemoryMarshal.GetReference(block);
        TVector minusSlope = TLanes.Broadcast(-slope);
        TVector queries0 = TLanes.Load(in queries[0], 0), queries1 = TLanes.Load(in queries[0], count);
        TVector key = TLanes.Broadcast(T.CreateTruncating(firstKey)), one = TLanes.Broadcast(T.One);
        for (nuint at = 0; at < (nuint)block.Length; at += 2 * count)
        {
            TVector distance0 = TLanes.Abs(TLanes.Subtract(key, queries0)), distance1 = TLanes.Abs(TLanes.Subtract(key, queries1));
            TLanes.Store(TLanes.MultiplyAdd(distance0, minusSlope, TLanes.Load(in scores, at)), ref scores, at);
            TLanes.Store(TLanes.MultiplyAdd(distance1, minusSlope, TLanes.Load(in scores, at + count)), ref scores, at + count);
            key = TLanes.Add(key, one);
        }
    }

    /// <summary>s = −∞ where the mask forbids; keys that all queries see are not asked for.</summary>
    internal static void Mask(Span<T> block, int firstKey, IKeyMask mask, KeyRange seenByAll, int firstQuery)
    {
        int width = 2 * TLanes.Count, keys = block.Length / width;
        for (int row = 0; row < keys; row++)
        {
            if (seenByAll.Covers(firstKey + row, firstKey + row + 1)) continue;
            ulong bits = mask.Queries(firstKey + row, firstQuery, width);
            MaskRow(ref block[row * width], bits);
        }
    }

    /// <summary>max = the greatest of max and of the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Max(ReadOnlySpan<T> block, Span<T> max)
    {
        nuint count = (nuint)TLanes.Count, length = (nuint)block.Length, pairs = length - (length % (4 * count));
        ref readonly T scores = ref MemoryMarshal.GetReference(block);
        TVector even0 = TLanes.Load(in max[0], 0), even1 = TLanes.Load(in max[0], count), odd0 = even0, odd1 = even1;
        for (nuint at = 0; at < pairs; at += 4 * count)
        {
            even0 = TLanes.Max(even0, TLanes.Load(in scores, at));
            even1 = TLanes.Max(even1, TLanes.Load(in scores, at + count));
            odd0 = TLanes.Max(odd0, TLanes.Load(in scores, at + (2 * count)));
            odd1 = TLanes.Max(odd1, TLanes.Load(in scores, at + (3 * count)));
        }

        if (pairs < length)
        {
            even0 = TLanes.Max(even0, TLanes.Load(in scores, pairs));
            even1 = TLanes.Max(even1, TLanes.Load(in scores, pairs + count));
        }

        TLanes.Store(TLanes.Max(even0, odd0), ref max[0], 0);
        TLanes.Store(TLanes.Max(even1, odd1), ref max[0], count);
    }

    /// <summary>s = 2^(scale · (s − max)), and sum = sum + all s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Exponentiate(Span<T> block, T scale, ReadOnlySpan<T> max, Span<T> sum)
    {
        nuint count = (nuint)TLanes.Count;
        ref T scores = ref MemoryMarshal.GetReference(block);
        TVector factor = TLanes.Broadcast(scale), minus = TLanes.Broadcast(-scale);
        TVector shift0 = TLanes.Multiply(TLanes.Load(in max[0], 0), minus), shift1 = TLanes.Multiply(TLanes.Load(in max[0], count), minus);
        TVector sum0 = TLanes.Load(in sum[0], 0), sum1 = TLanes.Load(in sum[0], count);
        for (nuint at = 0; at < (nuint)block.Length; at += 2 * count)
        {
            TVector power0 = PowerOfTwo<T, TVector, TLanes>.Of(TLanes.MultiplyAdd(TLanes.Load(in scores, at), factor, shift0));
            TVector power1 = PowerOfTwo<T, TVector, TLanes>.Of(TLanes.MultiplyAdd(TLanes.Load(in scores, at + count), factor, shift1));
            TLanes.Store(power0, ref scores, at);
            TLanes.Store(power1, ref scores, at + count);
            sum0 = TLanes.Add(sum0, power0);
            sum1 = TLanes.Add(sum1, power1);
        }

        TLanes.Store(sum0, ref sum[0], 0);
        TLanes.Store(sum1, ref sum[0], count);
    }

    /// <summary>s = 2^(scale · s − logSum): the weights themselves, once the sums are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Weights(Span<T> block, T scale, ReadOnlySpan<T> logSums)
    {
        nuint count = (nuint)TLanes.Count;
        ref T scores = ref MemoryMarshal.GetReference(block);
        TVector factor = TLanes.Broadcast(scale), minus = TLanes.Broadcast(-T.One);
        TVector shift0 = TLanes.Multiply(TLanes.Load(in logSums[0], 0), minus), shift1 = TLanes.Multiply(TLanes.Load(in logSums[0], count), minus);
        for (nuint at = 0; at < (nuint)block.Length; at += 2 * count)
        {
            TLanes.Store(PowerOfTwo<T, TVector, TLanes>.Of(TLanes.MultiplyAdd(TLanes.Load(in scores, at), factor, shift0)), ref scores, at);
            TLanes.Store(PowerOfTwo<T, TVector, TLanes>.Of(TLanes.MultiplyAdd(TLanes.Load(in scores, at + count), factor, shift1)), ref scores, at + count);
        }
    }

    /// <summary>g = p · (g − d) · factor, the gradient of softmax, with a d for each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SoftmaxGradient(Span<T> gradients, ReadOnlySpan<T> weights, ReadOnlySpan<T> d, T factor)
    {
        nuint count = (nuint)TLanes.Count;
        ref T g = ref MemoryMarshal.GetReference(gradients);
        ref readonly T p = ref MemoryMarshal.GetReference(weights);
        TVector d0 = TLanes.Load(in d[0], 0), d1 = TLanes.Load(in d[0], count), f = TLanes.Broadcast(factor);
        for (nuint at = 0; at < (nuint)gradients.Length; at += 2 * count)
        {
            TVector g0 = TLanes.Subtract(TLanes.Load(in g, at), d0), g1 = TLanes.Subtract(TLanes.Load(in g, at + count), d1);
            TLanes.Store(TLanes.Multiply(TLanes.Multiply(TLanes.Load(in p, at), f), g0), ref g, at);
            TLanes.Store(TLanes.Multiply(TLanes.Multiply(TLanes.Load(in p, at + count), f), g1), ref g, at + count);
        }
    }

    /// <summary>factor = 2^(scale · (factor − max)), where factor holds the maximum as it was before; sum = factor · sum.</summary>
    internal static void Rescale(Span<T> factor, T scale, ReadOnlySpan<T> max, Span<T> sum)
    {
        for (nuint at = 0; at < (nuint)factor.Length; at += (nuint)TLanes.Count)
        {
            TVector change = TLanes.Subtract(TLanes.Load(in factor[0], at), TLanes.Load(in max[0], at));
            TVector power = PowerOfTwo<T, TVector, TLanes>.Of(TLanes.Multiply(change, TLanes.Broadcast(scale)));
            TLanes.Store(power, ref factor[0], at);
            TLanes.Store(TLanes.Multiply(power, TLanes.Load(in sum[0], at)), ref sum[0], at);
        }
    }

    private static void MaskRow(ref T row, ulong bits)
    {
        TVector forbidden = TLanes.Broadcast(T.NegativeInfinity);
        nuint count = (nuint)TLanes.Count;
        TLanes.Store(TLanes.Select(bits, TLanes.Load(in row, 0), forbidden), ref row, 0);
        TLanes.Store(TLanes.Select(bits >> TLanes.Count, TLanes.Load(in row, count), forbidden), ref row, count);
    }
}
