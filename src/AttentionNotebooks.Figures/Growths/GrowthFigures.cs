using System.Globalization;

namespace AttentionNotebooks;

/// <summary>The pictures of growth.</summary>
public static class GrowthFigures
{
    /// <summary>Two panels, time and memory, to be kept or saved.</summary>
    /// <param name="growth">From <see cref="GrowthMeasurement"/>, or of points of one's own.</param>
    /// <returns>The figure; it is also what the growth alone, as the last line of a cell, shows.</returns>
    public static GrowthFigure Figure(this AttentionGrowth growth)
    {
        ArgumentNullException.ThrowIfNull(growth);
        return new GrowthFigure(growth);
    }

    /// <summary>Writes every point as CSV (RFC 4180) in UTF-8, a line a point: its size, seconds, bytes and where they come from; every number is exact.</summary>
    /// <param name="growth">From <see cref="GrowthMeasurement"/>, or of points of one's own.</param>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public static void SaveCsv(this AttentionGrowth growth, string path)
    {
        ArgumentNullException.ThrowIfNull(growth);
        AtomicFile.Write(path, writer =>
        {
            writer.Write($"heads,tokens,head size,weights kept,seconds,bytes,basis{MatrixCsv.LineEnd}");
            foreach (GrowthPoint point in growth.Points)
            {
                AttentionCost cost = point.Cost;
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{cost.Heads},{cost.Tokens},{cost.HeadSize},{(point.KeepsWeights ? "yes" : "no")},{point.Seconds:R},{point.Bytes:R},{point.Basis}{MatrixCsv.LineEnd}"));
            }
        });
    }
}
