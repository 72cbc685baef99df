namespace AttentionNotebooks;

/// <summary>Where the numbers of a <see cref="GrowthPoint"/> come from.</summary>
public enum GrowthBasis
{
    /// <summary>A call of this size has run.</summary>
    Measured = 0,

    /// <summary>Computed: calls of this size would have taken more time than was left.</summary>
    BeyondTime = 1,

    /// <summary>Computed: a call of this size would have taken more memory than it may.</summary>
    BeyondMemory = 2,
}
