using System.Numerics;
using System.Runtime.CompilerServices;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>What attention of h heads over n tokens costs, counted: multiply-adds, exponentials and bytes. Nothing is computed or measured.</summary>
/// <remarks>
/// Self-attention of h heads with queries, keys and values of size d, after Vaswani et al. 2017, section 3.2 and table 1. The projections are those of a layer
/// around it, with r = h·d features and four learned matrices of r×r; <see cref="ScaledDotProductAttention"/> has none. The engine does what is counted and a
/// little more: on the edge of a mask it computes whole blocks, and for each query and block of keys online softmax takes one more exponential.
/// Counts are <see cref="double"/>: exact up to 2⁵³, and they do not overflow.
/// </remarks>
public sealed record AttentionCost
{
    private AttentionCost(int heads, int tokens, int headSize, AttentionMask mask, int numberSize)
    {
        Heads = heads;
        Tokens = tokens;
        HeadSize = headSize;
        Mask = mask;
        NumberSize = numberSize;
    }

    /// <summary>h, the number of heads.</summary>
    public int Heads { get; }

    /// <summary>n, the number of tokens.</summary>
    public int Tokens { get; }

    /// <summary>d, the size of queries, keys and values of one head.</summary>
    public int HeadSize { get; }

    /// <summary>Which pairs are counted; <see cref="AttentionMask.None"/>: all.</summary>
    public AttentionMask Mask { get; }

    /// <summary>s, the bytes of a number: 4 of a <see cref="float"/>, 8 of a <see cref="double"/>.</summary>
    public int NumberSize { get; }

    /// <summary>p, the pairs of key and query that the mask allows in one head: n² without a mask, n·(n + 1) / 2 with a causal one.</summary>
    public double Pairs { get; private init; }

    /// <summary>4·n·(h·d)²: Q, K and V from the input, and W^o times the stacked heads.</summary>
    public double ProjectionMultiplyAdds => 4.0 * Tokens * Features * Features;

    /// <summary>h·p·d: KᵀQ.</summary>
    public double ScoreMultiplyAdds => Heads * Pairs * HeadSize;

    /// <summary>h·p·d: V·A′, as many as the scores take.</summary>
    public double ValueMultiplyAdds => Heads * Pairs * HeadSize;

    /// <summary>h·p: one for each weight of softmax.</summary>
    public double Exponentials => Heads * Pairs;

    /// <summary>3·n·h·d·s: Q, K and V, which are there before attention begins.</summary>
    public double InputBytes => 3 * OutputBytes;

    /// <summary>n·h·d·s: O of every head.</summary>
    public double OutputBytes => Features * Tokens * NumberSize;

    /// <summary>h·n²·s: A′ of every head, where it is kept. Masked weights are zeros and take as much.</summary>
    public double WeightBytes => (double)Heads * Tokens * Tokens * NumberSize;

    /// <summary>The scores that one thread holds at a time where the weights are not kept: a block of at most 128 keys for as many queries as two vectors of this processor hold.</summary>
    /// <remarks>From 128 tokens on it does not grow with n (FlashAttention, Dao et al. 2022, section 3.1).</remarks>
    public double BlockBytes { get; private init; }

    /// <summary>r = h·d.</summary>
    private double Features => (double)Heads * HeadSize;

    /// <summary>Counts for numbers of one type.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="heads">h, at least 1.</param>
    /// <param name="tokens">n, at least 1.</param>
    /// <param name="headSize">d, at least 1.</param>
    /// <param name="mask">Which query may attend to which key; null: all to all. A mask of one's own is asked for every pair.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than 1.</exception>
    /// <exception cref="ArgumentException">The mask was made for another number of tokens.</exception>
    public static AttentionCost Of<T>(int heads, int tokens, int headSize, AttentionMask? mask = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(heads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(headSize, 1);
        mask?.CheckFits(tokens, tokens);
        return new AttentionCost(heads, tokens, headSize, mask ?? AttentionMask.None, Unsafe.SizeOf<T>())
        {
            Pairs = MaskPairs.Count(mask, tokens, tokens),
            BlockBytes = (double)FusedAttention.ScoresAtATime<T>(tokens, tokens) * Unsafe.SizeOf<T>(),
        };
    }

    /// <summary>The bytes of what a call returns.</summary>
    internal double ResultBytes(bool keepsWeights) => OutputBytes + (keepsWeights ? WeightBytes : 0);

    /// <summary>The two products and the exponentials, in multiply-adds: what time grows with.</summary>
    internal double Work => ScoreMultiplyAdds + ValueMultiplyAdds + (Exponentials * HeadWork<double>.ExponentialCost);
}
