using System.Globalization;

namespace AttentionNotebooks;

/// <summary>What a large heatmap leaves out, said where the reader sees it.</summary>
internal static class HeatmapNotices
{
    internal static IEnumerable<string> Of(HeatmapData data, int levels, bool hasSums = false)
    {
        foreach (string note in data.Notes.Concat(OfBins(data))) yield return note;
        if (hasSums && data.Queries.BinSize > 1) yield return "Each sum is over all keys, and the greatest of the queries in its column.";
        if (!HeatmapPanel.IsRaster(data)) yield break;
        string full = data.CellsPerPanel > HeatmapPanel.GreatestTitledCells || data.IsBinned ? "map[layer, head] holds the numbers"
            : data.Panels.Count > 1 ? "map.Head(k) shows one head in full"
            : "the map alone shows them";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Weights on hover are left out above {data.GreatestTitled:N0} cells, and colours have {levels} levels; {full}.");
    }

    /// <summary>That neighbours share a cell; nothing where none do.</summary>
    internal static IEnumerable<string> OfBins(HeatmapData data)
    {
        if (!data.IsBinned) yield break;
        yield return $"A side has at most {data.GreatestLength} cells: each shows the greatest of "
            + $"{data.Keys.BinSize} keys × {data.Queries.BinSize} queries, {data.Keys.Tokens} × {data.Queries.Tokens} in all. "
            + $"map.Region(keys: 0..{HeatmapAxis.GreatestLength}, queries: 0..{HeatmapAxis.GreatestLength}) shows a part in full.";
    }
}
