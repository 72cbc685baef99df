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

    /// <summary>Writes every weight as CSV (RFC 4180) in UTF-8, a line a weight: layer, head, key, query, their tokens and the weight, exact.</summary>
    /// <param name="map">Layers × heads × keys × queries.</param>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    /// <remarks><c>map[layer, head]</c> is a matrix: its own <c>SaveCsv</c> and <c>ToLaTeX</c> write one head as a table.</remarks>
    public static void SaveCsv(this AttentionMap map, string path)
    {
        ArgumentNullException.ThrowIfNull(map);
        AtomicFile.Write(path, writer => new MapCsv(map, (layer, head) => map[layer, head]).Write(writer, "weight"));
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
