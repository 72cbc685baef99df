namespace AttentionNotebooks;

/// <summary>What one head does, in numbers. Each is a mean over the queries that it makes sense for; null where there is none.</summary>
/// <param name="Layer">Number of the layer.</param>
/// <param name="Head">Number of the head.</param>
/// <param name="Entropy">In bits: 0 where each query sees one key, log₂ n where it sees all n alike.</param>
/// <param name="Distance">How many tokens away a query looks, on average by weight; null in cross-attention.</param>
/// <param name="Self">Share of the weight on the query's own token; null in cross-attention.</param>
/// <param name="Previous">Share on the token before, of the queries that have one; null in cross-attention.</param>
/// <param name="Next">Share on the token after, of the queries that have one; null in cross-attention.</param>
/// <param name="First">Share on the first key.</param>
/// <param name="Punctuation">Share on keys that are nothing but punctuation marks or symbols; null without labels.</param>
public sealed record HeadProfile(
    int Layer, int Head, double? Entropy, double? Distance, double? Self, double? Previous, double? Next, double? First, double? Punctuation);
