namespace AttentionNotebooks;

/// <summary>One sentence of a pair.</summary>
/// <param name="Name"><c>A</c> or <c>B</c>; empty where the whole sequence is meant.</param>
/// <param name="Tokens">Where it stands in the sequence.</param>
internal readonly record struct SentenceOfPair(string Name, Range Tokens)
{
    /// <summary>The whole of a sequence that is no pair.</summary>
    internal static SentenceOfPair Whole => new("", ..);
}
