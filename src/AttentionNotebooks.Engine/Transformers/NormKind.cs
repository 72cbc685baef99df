namespace AttentionNotebooks;

/// <summary>How a token's features are brought to one scale.</summary>
public enum NormKind
{
    /// <summary>Mean 0 and variance 1, then a gain and a bias (Ba, Kiros &amp; Hinton 2016).</summary>
    LayerNorm,

    /// <summary>Root mean square 1, then a gain (Zhang &amp; Sennrich 2019).</summary>
    RmsNorm,
}
