namespace AttentionNotebooks;

/// <summary>What one call of attention takes: its time and the memory of its results.</summary>
public sealed record GrowthPoint
{
    /// <summary>A point of one's own, of a measurement made elsewhere for example.</summary>
    /// <param name="cost">The size of the call.</param>
    /// <param name="keepsWeights">True where it returns A′ of every head beside O.</param>
    /// <param name="seconds">The time of a call in seconds; above 0, finite.</param>
    /// <param name="bytes">What a call allocates, in bytes; above 0, finite.</param>
    /// <param name="basis">Where the numbers come from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0 or not finite, or <paramref name="basis"/> is none of the enumeration.</exception>
    public GrowthPoint(AttentionCost cost, bool keepsWeights, double seconds, double bytes, GrowthBasis basis = GrowthBasis.Measured)
    {
        ArgumentNullException.ThrowIfNull(cost);
        CheckPositive(seconds, nameof(seconds));
        CheckPositive(bytes, nameof(bytes));
        if (!Enum.IsDefined(basis)) throw new ArgumentOutOfRangeException(nameof(basis), basis, $"basis must be one of {nameof(GrowthBasis)}.");
        Cost = cost;
        KeepsWeights = keepsWeights;
        Seconds = seconds;
        Bytes = bytes;
        Basis = basis;
    }

    /// <summary>The size of the call, and what is counted of it.</summary>
    public AttentionCost Cost { get; }

    /// <summary>True where the call returns A′ of every head beside O; false: O alone.</summary>
    public bool KeepsWeights { get; }

    /// <summary>The time of a call in seconds.</summary>
    public double Seconds { get; }

    /// <summary>What a call allocates, in bytes.</summary>
    public double Bytes { get; }

    /// <summary>Where the numbers come from.</summary>
    public GrowthBasis Basis { get; }

    private static void CheckPositive(double value, string name)
    {
        if (!(value > 0) || !double.IsFinite(value)) throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and finite.");
    }
}
