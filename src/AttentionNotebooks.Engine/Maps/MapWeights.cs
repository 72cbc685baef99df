using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>What some methods need the weights of a map to be.</summary>
internal static class MapWeights
{
    /// <summary>Shares of attention, not differences or scores.</summary>
    internal static void CheckNotNegative(AttentionMap map, string method)
    {
        foreach (int layer in map.LayerNumbers)
        {
            foreach (int head in map.HeadNumbers)
            {
                if (map[layer, head].Find(weight => weight < 0, Zeros.AllowSkip) is ({ } key, { } query, { } weight))
                    throw new InvalidOperationException($"{method} needs weights of at least 0: layer {layer}, head {head} has {weight} at [{key}, {query}].");
            }
        }
    }
}
