namespace AttentionNotebooks;

/// <summary>The pictures of a difference of attention maps.</summary>
public static class DifferenceFigures
{
    /// <summary>Heatmaps on a scale with two sides, one a head, to be kept or saved.</summary>
    /// <param name="difference">From <see cref="AttentionMap.Minus"/>.</param>
    /// <returns>The figure; it is also what the difference alone, as the last line of a cell, shows.</returns>
    public static DifferenceFigure Figure(this AttentionDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return new DifferenceFigure(difference);
    }
}
