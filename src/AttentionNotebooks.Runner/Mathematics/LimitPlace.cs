namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>Where a function's scripts go.</summary>
internal enum LimitPlace
{
    /// <summary>Always to its right, as those of ∫.</summary>
    Beside,

    /// <summary>Below and above in display style, to its right in text, as those of Σ.</summary>
    ByStyle,

    /// <summary>Always below and above, as <c>\limits</c> asks.</summary>
    BelowAndAbove,
}
