namespace AttentionNotebooks;

/// <summary>Which of two sentences asks, and which is asked.</summary>
public enum PairDirection
{
    /// <summary>All four directions.</summary>
    All,

    /// <summary>Queries of the first sentence, keys of the first.</summary>
    AToA,

    /// <summary>Queries of the first sentence, keys of the second.</summary>
    AToB,

    /// <summary>Queries of the second sentence, keys of the first.</summary>
    BToA,

    /// <summary>Queries of the second sentence, keys of the second.</summary>
    BToB,
}
