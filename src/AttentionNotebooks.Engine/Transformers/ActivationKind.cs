namespace AttentionNotebooks;

/// <summary>What the feed-forward network of a block does between its matrices.</summary>
public enum ActivationKind
{
    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>x·Φ(x) with the normal distribution Φ (Hendrycks &amp; Gimpel 2016), not its tanh approximation.</summary>
    Gelu,

    /// <summary>x·σ(x) of one projection times another one (Shazeer 2020): three matrices instead of two.</summary>
    SwiGlu,
}
