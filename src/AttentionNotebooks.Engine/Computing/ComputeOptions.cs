namespace AttentionNotebooks;

/// <summary>How a call computes: on how many cores, until when, and who hears of its progress. Never what it computes: results are the same, bit for bit.</summary>
public sealed record ComputeOptions
{
    private readonly int maxDegreeOfParallelism = Environment.ProcessorCount;

    /// <summary>All cores, no cancellation, no progress.</summary>
    public static ComputeOptions Default { get; } = new();

    /// <summary>The most threads that work at a time, the caller's included; at least 1. Small calls take one whatever this says.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxDegreeOfParallelism
    {
        get => maxDegreeOfParallelism;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaxDegreeOfParallelism));
            maxDegreeOfParallelism = value;
        }
    }

    /// <summary>Stops the call with an <see cref="OperationCanceledException"/>, within milliseconds. What it would have written into is then half written.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Hears the share of the work that is done, from 0 to 1, at most a hundred times and always the 1 at the end; null: nobody. Called from any thread.</summary>
    public IProgress<double>? Progress { get; init; }
}
