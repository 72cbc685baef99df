namespace AttentionNotebooks;

/// <summary>How fast one way of calling is, as of the last size that was measured.</summary>
/// <param name="perSecond">The multiply-adds of a second, before anything is measured.</param>
internal sealed class GrowthRate(double perSecond)
{
    private double perSecond = perSecond;

    /// <summary>Why larger sizes are computed; null while they are measured.</summary>
    internal GrowthBasis? Stopped { get; set; }

    /// <summary>Takes over what was measured.</summary>
    internal void Set(AttentionCost cost, double seconds) => perSecond = cost.Work / seconds;

    /// <summary>What a call takes at this speed.</summary>
    internal double Seconds(AttentionCost cost) => cost.Work / perSecond;
}
