namespace AttentionNotebooks;

/// <summary>Which formula a score has.</summary>
public enum ScoreKind
{
    /// <summary>kᵀq.</summary>
    DotProduct,

    /// <summary>kᵀq / √q.</summary>
    ScaledDotProduct,

    /// <summary>uᵀ tanh(W₁q + W₂k).</summary>
    Additive,

    /// <summary>kᵀWq.</summary>
    Bilinear,
}
