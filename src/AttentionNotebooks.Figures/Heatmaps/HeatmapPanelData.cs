namespace AttentionNotebooks;

/// <summary>One head: its caption and its cells, [key, query].</summary>
internal sealed class HeatmapPanelData
{
    internal HeatmapPanelData(string caption, double[,] cells, double[] sums)
    {
        Caption = caption;
        Cells = cells;
        Sums = sums;
        Strongest = (from key in Enumerable.Range(0, cells.GetLength(0))
                     from query in Enumerable.Range(0, cells.GetLength(1))
                     select (Key: key, Query: query, Weight: cells[key, query])).MaxBy(cell => Math.Abs(cell.Weight));
    }

    internal string Caption { get; }

    internal double[,] Cells { get; }

    /// <summary>The sum of each column over all keys.</summary>
    internal double[] Sums { get; }

    /// <summary>Why the head stands where it does; empty in the order of numbers.</summary>
    internal string Note { get; init; } = "";

    /// <summary>The first of the strongest cells.</summary>
    internal (int Key, int Query, double Weight) Strongest { get; }
}
