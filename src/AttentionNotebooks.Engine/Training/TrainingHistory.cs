namespace AttentionNotebooks;

/// <summary>How training went: what was measured, step after step.</summary>
/// <remarks>Immutable. Shows itself as a plot of the loss, with the learning rate below.</remarks>
public sealed class TrainingHistory : EngineResult
{
    /// <summary>A history of points of one's own, of a training made elsewhere for example.</summary>
    /// <param name="points">At least one, steps ascending. Copied.</param>
    /// <param name="lossUnit">What the losses are counted in; empty where they are plain numbers, squared errors for example.</param>
    /// <exception cref="ArgumentException">There is no point, one is null, or a step does not come after the one before it.</exception>
    public TrainingHistory(IReadOnlyList<TrainingPoint> points, string lossUnit = "nats")
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(lossUnit);
        if (points.Count == 0) throw new ArgumentException("points must hold at least one point: it is empty.", nameof(points));
        if (points.Contains(null)) throw new ArgumentException("points must not hold null.", nameof(points));
        Points = [.. points];
        Check.Ascending(Points.Select(point => point.Step), nameof(points));
        LossUnit = lossUnit;
    }

    /// <summary>The points, in the order of their steps.</summary>
    public IReadOnlyList<TrainingPoint> Points { get; }

    /// <summary>What the losses are counted in: nats, the unit of cross-entropy, where nothing else was said; empty where they are plain numbers.</summary>
    public string LossUnit { get; }

    internal string Description => $"Training, {Points.Count} points from step {Points[0].Step} to {Points[^1].Step}, {Losses}";

    private string Losses => FormattableString.Invariant($"loss {Points[0].Loss:G4} to {Points[^1].Loss:G4}");

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);
}
