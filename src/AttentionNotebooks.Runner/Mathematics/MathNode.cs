namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>A part of a formula, as its reader understands it.</summary>
internal abstract record MathNode;

/// <summary>A variable or a name; a single letter is set in italics unless it is <paramref name="Upright"/>.</summary>
internal sealed record Identifier(string Name, bool Upright = false) : MathNode;

/// <summary>A number in digits.</summary>
internal sealed record Number(string Digits) : MathNode;

/// <summary>A sign between, before or after others.</summary>
internal sealed record Operator(string Sign, MathClass Class) : MathNode;

/// <summary>A function such as log, or a large sign such as Σ. Limits stand below and above it where a formula is displayed.</summary>
/// <param name="Name">What is written.</param>
/// <param name="IsSign">True for Σ and its like; false for a word.</param>
/// <param name="Limits">Where scripts go.</param>
internal sealed record Function(string Name, bool IsSign, LimitPlace Limits) : MathNode;

/// <summary>Words within a formula, blanks included.</summary>
internal sealed record Words(string Text) : MathNode;

/// <summary>Empty width in em; may be negative.</summary>
internal sealed record Space(double Width) : MathNode;

/// <summary>Parts side by side.</summary>
internal sealed record Row(IReadOnlyList<MathNode> Parts) : MathNode;

/// <summary>One above another.</summary>
/// <param name="Numerator">Above.</param>
/// <param name="Denominator">Below.</param>
/// <param name="HasBar">False for a binomial coefficient.</param>
/// <param name="Display">True or false forces the large or the small form; null leaves it to the surroundings.</param>
internal sealed record Fraction(MathNode Numerator, MathNode Denominator, bool HasBar = true, bool? Display = null) : MathNode;

/// <summary>A root; the square root has no index.</summary>
internal sealed record Root(MathNode Radicand, MathNode? Index) : MathNode;

/// <summary>A base with an index, an exponent or both.</summary>
internal sealed record Scripts(MathNode Base, MathNode? Below, MathNode? Above) : MathNode;

/// <summary>A base with something set right above or below it, whatever the style.</summary>
internal sealed record Stack(MathNode Base, MathNode? Below, MathNode? Above) : MathNode;

/// <summary>A base under a hat, a bar or an arrow, or over a brace.</summary>
/// <param name="Base">What wears the mark.</param>
/// <param name="Mark">The mark.</param>
/// <param name="Stretches">True where the mark is as wide as the base.</param>
/// <param name="IsBelow">True where the mark is below.</param>
/// <param name="IsBrace">True for a brace, whose scripts are labels.</param>
internal sealed record Accent(MathNode Base, string Mark, bool Stretches, bool IsBelow = false, bool IsBrace = false) : MathNode;

/// <summary>A base under a line, or above one.</summary>
internal sealed record Ruled(MathNode Base, bool IsBelow) : MathNode;

/// <summary>The dashes of <c>f''</c>.</summary>
internal sealed record Primes(int Count) : MathNode;

/// <summary>A body between fences as tall as itself; an empty string is no fence.</summary>
internal sealed record Fenced(string Open, MathNode Body, string Close) : MathNode;

/// <summary>A fence of a given height in em.</summary>
internal sealed record SizedFence(string Sign, double Height, MathClass Class) : MathNode;

/// <summary>Rows of cells.</summary>
internal sealed record Table(IReadOnlyList<IReadOnlyList<MathNode>> Rows, TableLayout Layout) : MathNode;

/// <summary>A body in display or in text style.</summary>
internal sealed record Styled(MathNode Body, bool Display) : MathNode;

/// <summary>Source that could not be understood, shown as it is.</summary>
internal sealed record Misunderstood(string Source) : MathNode;
