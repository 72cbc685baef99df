namespace AttentionNotebooks.Kernels;

/// <summary>The gradients of one head: what comes in for O, and where those of Q, K and V go. Columns lie one behind the other.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct GradientSpans<T>
    where T : unmanaged
{
    /// <summary>dO, v×n_q.</summary>
    internal required ReadOnlySpan<T> Output { get; init; }

    /// <summary>dQ, q×n_q; written.</summary>
    internal required Span<T> Queries { get; init; }

    /// <summary>dK, q×n_k; added to, so that heads that share K add up.</summary>
    internal required Span<T> Keys { get; init; }

    /// <summary>dV, v×n_k; added to.</summary>
    internal required Span<T> Values { get; init; }
}
