namespace AttentionNotebooks;

/// <summary>What a measurement may take.</summary>
public sealed record GrowthBudget
{
    private readonly double bytes = 1e9;

    /// <summary>A budget of time, and of 1 GB.</summary>
    /// <param name="time">For the measurement as a whole; above zero. The last size may overrun it where it turns out slower than the smaller ones let expect.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not above zero.</exception>
    public GrowthBudget(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        Time = time;
    }

    /// <summary>For the measurement as a whole.</summary>
    public TimeSpan Time { get; }

    /// <summary>The most bytes that the inputs and results of one call may take; above 0. 1 GB unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public double Bytes
    {
        get => bytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, nameof(Bytes));
            bytes = value;
        }
    }
}
