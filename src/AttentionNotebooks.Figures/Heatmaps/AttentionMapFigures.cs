namespace AttentionNotebooks;

/// <summary>The pictures of an attention map.</summary>
public static class AttentionMapFigures
{
    /// <summary>Heatmaps, one a head, on one scale: what the map shows itself as, to be kept or saved.</summary>
    /// <param name="map">Layers × heads × keys × queries.</param>
    /// <returns>The figure; it is also what the map alone, as the last line of a cell, shows.</returns>
    public static HeatmapFigure Heatmap(this AttentionMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new HeatmapFigure(map);
    }

    /// <summary>All layers and heads as thumbnails on one scale, each of which opens large.</summary>
    /// <param name="map">Layers × heads × keys × queries.</param>
    /// <returns>The figure.</returns>
    public static ModelViewFigure ModelView(this AttentionMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new ModelViewFigure(map);
    }
}
