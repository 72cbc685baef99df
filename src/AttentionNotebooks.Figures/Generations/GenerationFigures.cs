using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The growth of an attention map as a picture.</summary>
public static class GenerationFigures
{
    /// <summary>How a causal map grew: frame t shows the first t + 1 tokens as keys and as queries.</summary>
    /// <param name="map">Self-attention under a causal mask: as many keys as queries, and no weight on a later key.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">The map has not as many keys as queries.</exception>
    /// <exception cref="ArgumentException">A query gives weight to a later key, which it could not know while it was the last token.</exception>
    public static GenerationFigure Generation(this AttentionMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        CheckCausal(map);
        return new GenerationFigure([.. Enumerable.Range(1, map.Keys).Select(tokens => First(map, tokens))]);
    }

    private static void CheckCausal(AttentionMap map)
    {
        if (map.Keys != map.Queries)
            throw new ArgumentException($"map must have as many keys as queries: it has {map.Keys} keys and {map.Queries} queries.", nameof(map));
        foreach ((int layer, int head) in Panels(map))
        {
            foreach ((int key, int query, double weight) in map[layer, head].EnumerateIndexed(Zeros.AllowSkip))
            {
                if (key <= query || weight == 0) continue;
                throw new ArgumentException(
                    $"map must be causal: in layer {layer}, head {head}, query {query} gives {weight} to the later key {key}. Give the map of each step to Generation.Of instead.",
                    nameof(map));
            }
        }
    }

    /// <summary>The map as it was when there were so many tokens; layers and heads keep their numbers.</summary>
    private static AttentionMap First(AttentionMap map, int tokens) => map.Part(
        weights => weights.SubMatrix(0, tokens, 0, tokens), map.KeyLabels?.Take(tokens).ToArray(), map.QueryLabels?.Take(tokens).ToArray());

    private static IEnumerable<(int Layer, int Head)> Panels(AttentionMap map) =>
        from layer in map.LayerNumbers from head in map.HeadNumbers select (layer, head);
}
