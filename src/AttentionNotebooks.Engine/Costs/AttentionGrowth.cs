namespace AttentionNotebooks;

/// <summary>How the time and the memory of attention grow with the number of tokens or of heads, without and with the weights kept.</summary>
/// <remarks>Made by <see cref="GrowthMeasurement"/>, or of points of one's own. Shows itself as a plot with two panels.</remarks>
public sealed class AttentionGrowth : EngineResult
{
    /// <summary>Growth of points of one's own.</summary>
    /// <param name="axis">What grows.</param>
    /// <param name="points">At least one; sizes may not occur twice in one way of calling. Copied and sorted by size.</param>
    /// <param name="notes">What a reader needs to know about the points; null: nothing.</param>
    /// <exception cref="ArgumentException">There is no point, or two have the same size and way.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="axis"/> is none of the enumeration.</exception>
    public AttentionGrowth(GrowthAxis axis, IReadOnlyList<GrowthPoint> points, IReadOnlyList<string>? notes = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (!Enum.IsDefined(axis)) throw new ArgumentOutOfRangeException(nameof(axis), axis, $"axis must be one of {nameof(GrowthAxis)}.");
        if (points.Count == 0) throw new ArgumentException("points must hold at least one point: it is empty.", nameof(points));
        if (points.Contains(null)) throw new ArgumentException("points must not hold null.", nameof(points));
        Axis = axis;
        Points = [.. points.OrderBy(point => Size(point.Cost)).ThenBy(point => point.KeepsWeights)];
        Notes = [.. notes ?? []];
        CheckNoneTwice();
    }

    /// <summary>What grows.</summary>
    public GrowthAxis Axis { get; }

    /// <summary>The points, sorted by size; of each size the one of the output alone comes first.</summary>
    public IReadOnlyList<GrowthPoint> Points { get; }

    /// <summary>How the points came about.</summary>
    public IReadOnlyList<string> Notes { get; }

    internal string Description => $"Growth of attention with {(Axis == GrowthAxis.Tokens ? "tokens" : "heads")}, {Points.Count} points";

    /// <summary>n or h, whichever grows.</summary>
    internal int Size(AttentionCost cost) => Axis == GrowthAxis.Tokens ? cost.Tokens : cost.Heads;

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);

    private void CheckNoneTwice()
    {
        for (int index = 1; index < Points.Count; index++)
        {
            (GrowthPoint before, GrowthPoint point) = (Points[index - 1], Points[index]);
            if (Size(before.Cost) == Size(point.Cost) && before.KeepsWeights == point.KeepsWeights)
                throw Check.Wrong("points", $"points must hold each size once for each way of calling: {Size(point.Cost)} occurs twice.");
        }
    }
}
