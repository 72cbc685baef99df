namespace AttentionNotebooks;

/// <summary>A matrix that attention passes through, or learns.</summary>
public enum AttentionQuantity
{
    /// <summary>I, r×n. In self-attention keys and values come from it too.</summary>
    Input,

    /// <summary>S, r×n_k: where keys and values come from in cross-attention.</summary>
    Source,

    /// <summary>W^q, q×r.</summary>
    QueryWeights,

    /// <summary>W^k, q×r.</summary>
    KeyWeights,

    /// <summary>W^v, v×r.</summary>
    ValueWeights,

    /// <summary>b^q, q×1.</summary>
    QueryBias,

    /// <summary>b^k, q×1.</summary>
    KeyBias,

    /// <summary>b^v, v×1.</summary>
    ValueBias,

    /// <summary>Q, q×n.</summary>
    Queries,

    /// <summary>K, q×n_k.</summary>
    Keys,

    /// <summary>V, v×n_k.</summary>
    Values,

    /// <summary>Q turned by rotary positions, q×n.</summary>
    RotatedQueries,

    /// <summary>K turned by rotary positions, q×n_k.</summary>
    RotatedKeys,

    /// <summary>W of a bilinear score, k×q.</summary>
    BilinearWeights,

    /// <summary>W₁ of an additive score, a×q.</summary>
    AdditiveQueryWeights,

    /// <summary>W₂ of an additive score, a×k.</summary>
    AdditiveKeyWeights,

    /// <summary>u of an additive score, a×1.</summary>
    AdditiveCombination,

    /// <summary>A, n_k×n, before biases and mask.</summary>
    Scores,

    /// <summary>A′, n_k×n.</summary>
    Weights,

    /// <summary>O of a head, v×n.</summary>
    Output,

    /// <summary>[O⁰; …], (h·v)×n: the outputs of a layer's heads, one below the other.</summary>
    Concatenated,

    /// <summary>W^o of a layer, r×(h·v).</summary>
    OutputWeights,

    /// <summary>b^o of a layer, r×1.</summary>
    OutputBias,

    /// <summary>O of a layer, r×n.</summary>
    LayerOutput,
}
