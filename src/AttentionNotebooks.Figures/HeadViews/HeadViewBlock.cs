namespace AttentionNotebooks;

/// <summary>The queries of one sentence with the keys of one sentence: all there is, unless the map is of a sentence pair.</summary>
/// <param name="Asking">The sentence of the queries.</param>
/// <param name="Asked">The sentence of the keys.</param>
/// <param name="Data">Their weights, one panel a head; binned where a sentence is long.</param>
/// <param name="FirstQuery">Place of the first query on the left side.</param>
/// <param name="FirstKey">Place of the first key on the right side.</param>
internal sealed record HeadViewBlock(SentenceOfPair Asking, SentenceOfPair Asked, HeatmapData Data, int FirstQuery, int FirstKey)
{
    /// <summary>What the script knows it by, for example <c>pair-ab</c>; null where there is one block.</summary>
    internal string? Part => Asking.Name.Length == 0 ? null : $"pair-{Asking.Name}{Asked.Name}".ToLowerInvariant();

    /// <summary>For people, for example <c>A → B</c>.</summary>
    internal string Caption => $"{Asking.Name} → {Asked.Name}";
}
