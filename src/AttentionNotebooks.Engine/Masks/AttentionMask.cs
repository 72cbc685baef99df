using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Which query may attend to which key. Immutable and safe to share between threads.</summary>
/// <remarks>A query that may attend to no key at all has zero weights and a zero output, never NaN.</remarks>
public abstract class AttentionMask
{
    private protected AttentionMask()
    {
    }

    /// <summary>Every query may attend to every key.</summary>
    public static AttentionMask None { get; } = new OpenMask();

    /// <summary>A query may attend to itself and to what came before it: key ≤ query (Vaswani et al. 2017, section 3.2.3).</summary>
    public static AttentionMask Causal { get; } = new CausalMask();

    /// <summary>The name that captions use, for example <c>causal</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The first keys are the sentence, the rest is padding that nobody attends to.</summary>
    /// <param name="length">Number of keys that are no padding, at least 0.</param>
    /// <returns>The mask, for any number of keys.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static AttentionMask Padding(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new PrefixMask(length);
    }

    /// <summary>Padding anywhere in the sentence.</summary>
    /// <param name="isToken">One entry a key; false means padding.</param>
    /// <returns>The mask, for that many keys.</returns>
    public static AttentionMask Padding(IReadOnlyList<bool> isToken)
    {
        ArgumentNullException.ThrowIfNull(isToken);
        return new KeyMask([.. isToken]);
    }

    /// <summary>A query may attend to keys at most so far away, on both sides: |key − query| ≤ radius (Beltagy, Peters &amp; Cohan 2020).</summary>
    /// <param name="radius">Distance in tokens, at least 0. Together with <see cref="Causal"/> it looks back only.</param>
    /// <returns>The mask.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="radius"/> is negative.</exception>
    public static AttentionMask SlidingWindow(int radius)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        return new WindowMask(radius);
    }

    /// <summary>A mask given entry by entry.</summary>
    /// <param name="allows">n_k×n_q; true at [key, query] means "may attend". Copied.</param>
    /// <returns>The mask, for exactly that many keys and queries.</returns>
    public static AttentionMask Custom(bool[,] allows)
    {
        ArgumentNullException.ThrowIfNull(allows);
        return new TableMask((bool[,])allows.Clone());
    }

    /// <summary>A mask given by a rule.</summary>
    /// <param name="allows">True for (key, query) means "may attend"; must always answer the same.</param>
    /// <returns>The mask, for any size.</returns>
    public static AttentionMask Custom(Func<int, int, bool> allows)
    {
        ArgumentNullException.ThrowIfNull(allows);
        return new PredicateMask(allows);
    }

    /// <summary>What both masks allow.</summary>
    /// <param name="left">One mask.</param>
    /// <param name="right">The other.</param>
    /// <returns>The combination.</returns>
    public static AttentionMask operator &(AttentionMask left, AttentionMask right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.BitwiseAnd(right);
    }

    /// <summary>What this mask and another allow.</summary>
    /// <param name="other">The other mask.</param>
    /// <returns>The combination.</returns>
    public AttentionMask BitwiseAnd(AttentionMask other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new BothMask(this, other);
    }

    /// <summary>Whether a query may attend to a key.</summary>
    /// <param name="key">Index of the key, from 0.</param>
    /// <param name="query">Index of the query, from 0.</param>
    /// <returns>True: it may.</returns>
    public abstract bool Allows(int key, int query);

    /// <summary>Throws where this mask was made for another number of keys or queries.</summary>
    internal virtual void CheckFits(int keys, int queries)
    {
    }

    /// <summary>This mask as the kernels ask for it; null: every query sees every key.</summary>
    internal virtual IKeyMask? ForKernels(int keys, int queries) => BitKeys.Of(this, keys, queries);
}
