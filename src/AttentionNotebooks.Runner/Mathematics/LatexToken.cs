namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>The smallest meaningful piece of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A command's name without its backslash; otherwise the characters themselves.</param>
/// <param name="Start">Where it begins in the source.</param>
/// <param name="End">Where it ends in the source.</param>
internal readonly record struct LatexToken(LatexTokenKind Kind, string Text, int Start, int End);

/// <summary>The kinds of pieces.</summary>
internal enum LatexTokenKind
{
    /// <summary><c>\name</c>, or a backslash with one character that is no letter.</summary>
    Command,

    /// <summary>One letter of any alphabet.</summary>
    Letter,

    /// <summary>One decimal digit: in TeX <c>x^12</c> raises the 1 only.</summary>
    Digit,

    /// <summary><c>{</c></summary>
    Open,

    /// <summary><c>}</c></summary>
    Close,

    /// <summary><c>^</c></summary>
    Superscript,

    /// <summary><c>_</c></summary>
    Subscript,

    /// <summary><c>'</c></summary>
    Prime,

    /// <summary><c>&amp;</c>, which ends a cell of a table.</summary>
    CellEnd,

    /// <summary><c>\\</c>, which ends a row of a table.</summary>
    RowEnd,

    /// <summary>Any other visible character.</summary>
    Symbol,

    /// <summary>The end of the source; it comes once, last.</summary>
    End,
}
