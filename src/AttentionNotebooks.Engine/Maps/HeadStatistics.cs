namespace AttentionNotebooks;

/// <summary>What each head of a map does, in a few numbers.</summary>
/// <remarks>
/// Every query counts alike. The weights of a query are divided by their sum, which changes nothing where it is 1; queries with all keys masked do not count.
/// A map with as many queries as keys is taken as self-attention; with another number of queries it is cross-attention, where a token is not before or after another.
/// </remarks>
public sealed class HeadStatistics : EngineResult
{
    internal HeadStatistics(AttentionMap map)
    {
        MapWeights.CheckNotNegative(map, nameof(AttentionMap.Statistics));
        Keys = map.Keys;
        Notes = map.Notes;
        CombinedAs = map.CombinedAs;
        bool[]? punctuation = map.KeyLabels is null ? null : [.. map.KeyLabels.Select(Punctuation.IsAll)];
        Heads =
        [
            .. from layer in map.LayerNumbers
               from head in map.HeadNumbers
               select new HeadMeasures(map[layer, head], punctuation).Profile(layer, head),
        ];
    }

    /// <summary>One profile a head, layer by layer.</summary>
    public IReadOnlyList<HeadProfile> Heads { get; }

    /// <summary>Number of keys: the entropy ends at its binary logarithm.</summary>
    public int Keys { get; }

    /// <summary>How the map was made from another, as in <see cref="AttentionMap.Notes"/>.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>What stands in the place of the heads; null where they are heads.</summary>
    internal string? CombinedAs { get; }

    internal string Description => $"Statistics of {Heads.Count} heads";

    /// <summary>The profile of one head.</summary>
    /// <param name="layer">Number of the layer.</param>
    /// <param name="head">Number of the head.</param>
    /// <returns>Its numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such head.</exception>
    public HeadProfile this[int layer, int head] =>
        Heads.FirstOrDefault(profile => profile.Layer == layer && profile.Head == head)
            ?? throw new ArgumentOutOfRangeException(nameof(head), head, $"head must be one of the map: there is no head {head} in a layer {layer}.");

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);
}
