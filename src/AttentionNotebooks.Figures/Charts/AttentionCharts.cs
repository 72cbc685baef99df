using Plotly.NET;

namespace AttentionNotebooks;

/// <summary>Charts of an attention map, to zoom into and to go on with in Plotly.NET. Row = key, downwards; column = query.</summary>
/// <remarks>Above 128 keys or queries, fewer where there are more than 7 heads, neighbours share a cell, which shows the greatest of their weights; the chart says so.</remarks>
public static class AttentionCharts
{
    /// <summary>One head as a heatmap.</summary>
    /// <param name="map">Layers × heads × keys × queries.</param>
    /// <param name="head">Number of the head, as in <see cref="AttentionMap.HeadNumbers"/>.</param>
    /// <param name="layer">Number of the layer, as in <see cref="AttentionMap.LayerNumbers"/>; null: the first.</param>
    /// <returns>A chart whose one trace is a heatmap.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The map has no such layer or head.</exception>
    public static GenericChart Chart(this AttentionMap map, int head, int? layer = null) => HeatmapChart.Of(LayerOf(map, layer).Head(head));

    /// <summary>All heads of a layer, of which a drop-down shows one at a time, on one scale.</summary>
    /// <param name="map">Layers × heads × keys × queries.</param>
    /// <param name="layer">Number of the layer, as in <see cref="AttentionMap.LayerNumbers"/>; null: the first.</param>
    /// <returns>A chart with one heatmap a head.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The map has no such layer.</exception>
    public static GenericChart HeadsChart(this AttentionMap map, int? layer = null) => HeatmapChart.Of(LayerOf(map, layer), map.HeadNumbers, ChartChoice.DropDown);

    /// <summary>All heads of a layer side by side with one colour axis; zooming one zooms all.</summary>
    /// <param name="map">Layers × heads × keys × queries.</param>
    /// <param name="layer">Number of the layer, as in <see cref="AttentionMap.LayerNumbers"/>; null: the first.</param>
    /// <returns>A chart with one heatmap a head, each on axes of its own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The map has no such layer.</exception>
    public static GenericChart HeadGridChart(this AttentionMap map, int? layer = null) => AttentionNotebooks.HeadGridChart.Of(LayerOf(map, layer));

    /// <summary>One head in every layer, of which a slider shows one at a time, on one scale.</summary>
    /// <param name="map">Layers × heads × keys × queries.</param>
    /// <param name="head">Number of the head, as in <see cref="AttentionMap.HeadNumbers"/>.</param>
    /// <returns>A chart with one heatmap a layer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The map has no such head.</exception>
    public static GenericChart LayersChart(this AttentionMap map, int head)
    {
        ArgumentNullException.ThrowIfNull(map);
        return HeatmapChart.Of(map.Head(head), map.LayerNumbers, ChartChoice.Slider);
    }

    private static AttentionMap LayerOf(AttentionMap map, int? layer)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Layer(layer ?? map.LayerNumbers[0]);
    }
}
