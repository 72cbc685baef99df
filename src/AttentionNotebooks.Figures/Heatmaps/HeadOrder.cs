namespace AttentionNotebooks;

/// <summary>In which order the heads of a layer stand. The heads keep their numbers, and where two are equal the smaller number comes first.</summary>
/// <remarks>
/// w<sub>ij</sub> is the weight of key i for query j, p<sub>ij</sub> = w<sub>ij</sub> / Σ<sub>i</sub> w<sub>ij</sub> the same as a share of its column;
/// a mean over queries leaves out columns that sum to 0 (masked in full). Weights below 0 count as 0.
/// </remarks>
public enum HeadOrder
{
    /// <summary>By number.</summary>
    Number,

    /// <summary>The most focused head first: by the mean over queries j of the entropy −Σ<sub>i</sub> p<sub>ij</sub> log₂ p<sub>ij</sub>, in bits.</summary>
    Entropy,

    /// <summary>The head that looks nearest first: by the mean over queries j of Σ<sub>i</sub> p<sub>ij</sub> |i − j|, in tokens.</summary>
    Distance,

    /// <summary>
    /// Heads that do alike side by side: the one with the smallest number first, and after each the most similar of those left,
    /// by the cosine Σ<sub>ij</sub> w<sub>ij</sub> u<sub>ij</sub> / (‖w‖ ‖u‖) of their weights w and u.
    /// </summary>
    Similarity,
}
