namespace AttentionNotebooks;

/// <summary>What grows.</summary>
public enum GrowthAxis
{
    /// <summary>n, the number of tokens.</summary>
    Tokens = 0,

    /// <summary>h, the number of heads.</summary>
    Heads = 1,
}
