using System.Globalization;

namespace AttentionNotebooks;

/// <summary>What a model view rounds and leaves out, said where the reader sees it.</summary>
internal static class ModelViewNotices
{
    internal static IEnumerable<string> Of(AttentionMap map, HeatmapData large, HeatmapData thumbnails, HeatmapScale scale)
    {
        foreach (string note in map.Notes) yield return note;
        if (large.IsBinned)
        {
            int side = HeatmapAxis.GreatestLength;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Too large to be shown in full: enlarged, each cell shows the greatest of {Bin(large)}, {map.Keys:N0} × {map.Queries:N0} in all. map.Region(keys: 0..{side}, queries: 0..{side}) holds a part in full, and map.Layer(k) has more room for each head.");
        }

        if (thumbnails.IsBinned) yield return $"Each cell of a thumbnail shows the greatest of {Bin(thumbnails)}.";
        string what = HeatmapPanel.IsRaster(large) ? "Images" : "Thumbnails";
        yield return $"{what} round weights to {scale.Levels} levels, even steps from 0 to {WeightNumber.Exact(scale.Greatest)}; map[layer, head] holds the numbers.";
    }

    private static string Bin(HeatmapData data) => $"{data.Keys.BinSize} keys × {data.Queries.BinSize} queries";
}
