namespace AttentionNotebooks.Kernels;

/// <summary>Q, K and V of one head and where its results go. A token is a column, and columns lie one behind the other.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct HeadSpans<T>
    where T : unmanaged
{
    /// <summary>Q, q×n_q.</summary>
    internal required ReadOnlySpan<T> Queries { get; init; }

    /// <summary>K, q×n_k.</summary>
    internal required ReadOnlySpan<T> Keys { get; init; }

    /// <summary>V, v×n_k.</summary>
    internal required ReadOnlySpan<T> Values { get; init; }

    /// <summary>O, v×n_q.</summary>
    internal required Span<T> Output { get; init; }

    /// <summary>From column to column of O: v, or more where the heads are stacked.</summary>
    internal required int OutputStep { get; init; }

    /// <summary>q.</summary>
    internal required int QuerySize { get; init; }

    /// <summary>v.</summary>
    internal required int ValueSize { get; init; }

    /// <summary>A, n_k×n_q; empty: not kept.</summary>
    internal Span<T> Scores { get; init; }

    /// <summary>A with the biases added, n_k×n_q; empty: not kept.</summary>
    internal Span<T> BiasedScores { get; init; }

    /// <summary>A with −∞ where the mask forbids, n_k×n_q; empty: not kept.</summary>
    internal Span<T> MaskedScores { get; init; }

    /// <summary>A′, n_k×n_q; empty: not kept.</summary>
    internal Span<T> Weights { get; init; }

    /// <summary>log₂ of each query's sum of exponentials, n_q: what the backward pass needs to know of the forward one; empty: not kept.</summary>
    internal Span<T> LogSums { get; init; }

    /// <summary>n_q.</summary>
    internal int QueryCount => Queries.Length / QuerySize;

    /// <summary>n_k.</summary>
    internal int KeyCount => Keys.Length / QuerySize;
}
