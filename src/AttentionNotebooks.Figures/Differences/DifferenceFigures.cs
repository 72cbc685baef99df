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

    /// <summary>Writes every change as CSV (RFC 4180) in UTF-8, a line a change: layer, head, key, query, their tokens and the change, exact.</summary>
    /// <param name="difference">From <see cref="AttentionMap.Minus"/>; layers, heads and tokens are those of its first map.</param>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public static void SaveCsv(this AttentionDifference difference, string path)
    {
        ArgumentNullException.ThrowIfNull(difference);
        AtomicFile.Write(path, writer => new MapCsv(difference.First, (layer, head) => difference[layer, head]).Write(writer, "change"));
    }
}
