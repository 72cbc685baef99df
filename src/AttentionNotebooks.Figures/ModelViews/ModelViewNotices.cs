using System.Globalization;

namespace AttentionNotebooks;

/// <summary>What a model view rounds and leaves out, said where the reader sees it.</summary>
internal static class ModelViewNotices
{
    internal static IEnumerable<string> Of(AttentionMap map, HeatmapData large, HeatmapData thumbnails, HeatmapScale scale)
    {
        foreach (string note in map.Notes) yield return note;
        bool enlarges = large.Panels.Count <= ModelViewBudget.GreatestEnlarged;
        if (!enlarges) yield return $"Above {ModelViewBudget.GreatestEnlarged} heads there are thumbnails alone; map.Layer(k).ModelView() opens those of one layer.";
        if (enlarges && large.IsBinned)
        {
            int side = HeatmapAxis.GreatestLength;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Too large to be shown in full: enlarged, each cell shows the greatest of {Bin(large)}, {map.Keys:N0} × {map.Queries:N0} in all. map.Region(keys: 0..{side}, queries: 0..{side}) holds a part in full, and map.Layer(k) has more room for each head.");
        }

        if (thumbnails.IsBinned) yield return Binned(thumbnails);
        yield return Rounded(enlarges && HeatmapPanel.IsRaster(large) ? "Images" : "Thumbnails", scale);
    }

    /// <summary>The same where there are thumbnails and nothing else.</summary>
    internal static IEnumerable<string> OfThumbnails(AttentionMap map, HeatmapData thumbnails, HeatmapScale scale) =>
        [.. map.Notes, .. thumbnails.IsBinned ? [Binned(thumbnails)] : Array.Empty<string>(), Rounded("Thumbnails", scale)];

    private static string Binned(HeatmapData thumbnails) => $"Each cell of a thumbnail shows the greatest of {Bin(thumbnails)}.";

    private static string Rounded(string what, HeatmapScale scale) =>
        $"{what} round weights to {scale.Levels} levels, even steps from 0 to {WeightNumber.Exact(scale.Greatest)}; map[layer, head] holds the numbers.";

    private static string Bin(HeatmapData data) => $"{data.Keys.BinSize} keys × {data.Queries.BinSize} queries";
}
