namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>The role of a part in its row, by which TeX chooses the space around it.</summary>
internal enum MathClass
{
    /// <summary>A variable, a number, anything whole in itself.</summary>
    Ordinary,

    /// <summary>As +; a sign before its operand where it has none to its left.</summary>
    Binary,

    /// <summary>As =.</summary>
    Relation,

    /// <summary>As a left parenthesis.</summary>
    Open,

    /// <summary>As a right parenthesis.</summary>
    Close,

    /// <summary>As a comma.</summary>
    Punctuation,

    /// <summary>As log or Σ.</summary>
    Function,

    /// <summary>A fence in the middle of a pair, as tall as they are.</summary>
    Middle,

    /// <summary>Empty width.</summary>
    Space,
}
