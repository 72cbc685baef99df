namespace AttentionNotebooks;

/// <summary>The pictures of head statistics.</summary>
public static class StatisticsFigures
{
    /// <summary>A table with a small bar for each number, to be kept or saved.</summary>
    /// <param name="statistics">From <see cref="AttentionMap.Statistics"/>.</param>
    /// <returns>The figure; it is also what the statistics alone, as the last line of a cell, show.</returns>
    public static StatisticsFigure Figure(this HeadStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        return new StatisticsFigure(statistics);
    }
}
