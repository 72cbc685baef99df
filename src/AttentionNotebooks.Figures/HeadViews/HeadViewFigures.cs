namespace AttentionNotebooks;

/// <summary>Head views of attention maps.</summary>
public static class HeadViewFigures
{
    /// <summary>The tokens that ask on the left, the tokens that are asked on the right, and a line for each weight: the stronger the weight, the stronger the line.</summary>
    /// <param name="map">Layers × heads × keys × queries: self-attention, or cross-attention from a decoder (queries) to an encoder (keys).</param>
    /// <param name="layer">Number of the layer, as in <see cref="AttentionMap.LayerNumbers"/>; null for the first of the map.</param>
    /// <param name="pair">Where the sequence is two sentences: where the second starts and who asks whom; null for one sentence.</param>
    /// <returns>The figure, with all heads of the layer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The map has no such layer.</exception>
    /// <exception cref="ArgumentException">A pair is asked for, and keys and queries are not one sequence, or the second sentence is empty.</exception>
    public static HeadViewFigure HeadView(this AttentionMap map, int? layer = null, SentencePair? pair = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        CheckPair(map, pair);
        return new HeadViewFigure(new HeadViewData(map.Layer(layer ?? map.LayerNumbers[0]), pair));
    }

    private static void CheckPair(AttentionMap map, SentencePair? pair)
    {
        if (pair is null) return;
        if (map.Keys != map.Queries)
            throw new ArgumentException($"{nameof(pair)} asks for self-attention over two sentences: the map has {map.Keys} keys and {map.Queries} queries.", nameof(pair));
        if (pair.Split >= map.Keys)
            throw new ArgumentException($"{nameof(pair)} must leave at least one token to the second sentence: it splits {map.Keys} tokens at {pair.Split}.", nameof(pair));
    }
}
