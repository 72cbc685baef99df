using System.Numerics;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>One head to be computed: Q, K, V in arrays, and arrays for what is wanted of it.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed record HeadWork<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Q, q×n_q, turned by the positions.</summary>
    internal required ArraySegment<T> Queries { get; init; }

    /// <summary>K, k×n_k, turned by the positions.</summary>
    internal required ArraySegment<T> Keys { get; init; }

    /// <summary>V, v×n_k.</summary>
    internal required ArraySegment<T> Values { get; init; }

    /// <summary>Where column 0 of O begins.</summary>
    internal required ArraySegment<T> Output { get; init; }

    /// <summary>From column to column of O.</summary>
    internal required int OutputStep { get; init; }

    /// <summary>n_q.</summary>
    internal required int QueryCount { get; init; }

    /// <summary>n_k.</summary>
    internal required int KeyCount { get; init; }

    /// <summary>From Q, K and V to O.</summary>
    internal required AttentionRule<T> Rule { get; init; }

    /// <summary>A, n_k×n_q; null: not kept.</summary>
    internal T[]? Scores { get; init; }

    /// <summary>A with biases; null: not kept, or there are none.</summary>
    internal T[]? BiasedScores { get; init; }

    /// <summary>A with −∞; null: not kept, or there is no mask.</summary>
    internal T[]? MaskedScores { get; init; }

    /// <summary>A′, n_k×n_q; null: not kept.</summary>
    internal T[]? Weights { get; init; }

    /// <summary>What the backward pass needs of the forward one, n_q; null: not kept.</summary>
    internal T[]? LogSums { get; init; }

    internal int QuerySize => Queries.Count / QueryCount;

    internal int KeySize => Keys.Count / KeyCount;

    internal int ValueSize => Values.Count / KeyCount;

    /// <summary>The two products and the exponentials.</summary>
    internal double MultiplyAdds => (double)QueryCount * KeyCount * (QuerySize + ValueSize + ExponentialCost);

    /// <summary>An exponential in multiply-adds, as measured.</summary>
    internal static double ExponentialCost => 10;

    internal HeadSpans<T> Spans() => new()
    {
        Queries = Queries,
        Keys = Keys,
        Values = Values,
        Output = Output,
        OutputStep = OutputStep,
        QuerySize = QuerySize,
        ValueSize = ValueSize,
        Scores = Scores,
        BiasedScores = BiasedScores,
        MaskedScores = MaskedScores,
        Weights = Weights,
        LogSums = LogSums,
    };
}
