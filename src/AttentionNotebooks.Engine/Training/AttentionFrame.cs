namespace AttentionNotebooks;

/// <summary>What the heads attended to at one step of training.</summary>
public sealed record AttentionFrame
{
    /// <summary>One frame of a film.</summary>
    /// <param name="step">How many updates had been made; at least 0.</param>
    /// <param name="map">The attention weights of the sentence that is watched.</param>
    /// <param name="loss">The loss at this step, in nats, finite; null where it is not told.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative, or <paramref name="loss"/> is not finite.</exception>
    public AttentionFrame(int step, AttentionMap map, double? loss = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        Step = NumberCheck.AtLeast(step, 0);
        Map = map;
        Loss = loss is { } measured ? NumberCheck.Finite(measured, nameof(loss)) : null;
    }

    /// <summary>How many updates had been made.</summary>
    public int Step { get; }

    /// <summary>The attention weights of the sentence that is watched.</summary>
    public AttentionMap Map { get; }

    /// <summary>The loss at this step, in nats; null where it is not told.</summary>
    public double? Loss { get; }
}
