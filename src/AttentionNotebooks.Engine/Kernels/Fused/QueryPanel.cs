using System.Numerics;

namespace AttentionNotebooks.Kernels;

/// <summary>What a panel of queries carries through the blocks of keys: as many queries as a row has lanes.</summary>
/// <param name="memory">As much as <see cref="Length"/> tells, aligned.</param>
/// <param name="width">w, the lanes of a row.</param>
/// <param name="querySize">q.</param>
/// <param name="outputRows">v, made up to what tiles cover.</param>
/// <param name="queries">Which queries these are; the lanes behind them hold zeros.</param>
internal readonly ref struct QueryPanel<T>(Span<T> memory, int width, int querySize, int outputRows, Range queries)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The index of the first query.</summary>
    internal int First { get; } = queries.Start.Value;

    /// <summary>How many queries there are, at most w.</summary>
    internal int Count { get; } = queries.End.Value - queries.Start.Value;

    /// <summary>Q of these queries, q rows of w lanes.</summary>
    internal Span<T> Queries { get; } = memory[..(querySize * width)];

    /// <summary>O before its division by the sums, v rows of w lanes.</summary>
    internal Span<T> Output { get; } = memory.Slice(querySize * width, outputRows * width);

    /// <summary>The greatest score so far, w lanes.</summary>
    internal Span<T> Max { get; } = memory.Slice((querySize + outputRows) * width, width);

    /// <summary>The sum of the exponentials so far, w lanes.</summary>
    internal Span<T> Sum { get; } = memory.Slice((querySize + outputRows + 1) * width, width);

    /// <summary>What O is multiplied by: before a block is added, and at the end; w lanes.</summary>
    internal Span<T> Factor { get; } = memory.Slice((querySize + outputRows + 2) * width, width);

    /// <summary>The indices of the queries as numbers, w lanes.</summary>
    internal Span<T> Indices { get; } = memory.Slice((querySize + outputRows + 3) * width, width);

    /// <summary>How many numbers a panel needs.</summary>
    internal static int Length(int width, int querySize, int outputRows) => (querySize + outputRows + 4) * width;
}
