using System.Globalization;

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

    /// <summary>Writes the statistics of every head as CSV (RFC 4180) in UTF-8, a line a head; every number is exact, what is not known is empty.</summary>
    /// <param name="statistics">From <see cref="AttentionMap.Statistics"/>.</param>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public static void SaveCsv(this HeadStatistics statistics, string path)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        StatisticsColumn[] columns = StatisticsColumn.Of(statistics);
        AtomicFile.Write(path, writer =>
        {
            writer.Write($"layer,head,{string.Join(',', columns.Select(column => column.Heading))}{MatrixCsv.LineEnd}");
            foreach (HeadProfile head in statistics.Heads)
            {
                IEnumerable<string> numbers = columns.Select(column => column.Read(head)?.ToString("R", CultureInfo.InvariantCulture) ?? "");
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{head.Layer},{head.Head},{string.Join(',', numbers)}{MatrixCsv.LineEnd}"));
            }
        });
    }
}
