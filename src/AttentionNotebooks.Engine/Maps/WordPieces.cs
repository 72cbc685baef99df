namespace AttentionNotebooks;

/// <summary>How a tokenizer marks the pieces of words.</summary>
/// <remarks>
/// Tokens in angle or square brackets (<c>[SEP]</c>, <c>&lt;/s&gt;</c>) are words of their own under every rule. A punctuation mark joins the word
/// before it where the tokenizer marks it as its continuation, as <see cref="SentencePiece"/> and <see cref="ByteLevel"/> do.
/// </remarks>
public sealed class WordPieces
{
    private readonly string mark;
    private readonly bool marksContinuation;

    private WordPieces(string mark, bool marksContinuation)
    {
        this.mark = mark;
        this.marksContinuation = marksContinuation;
    }

    /// <summary><c>play ##ing</c>: two number signs continue a word (BERT).</summary>
    public static WordPieces WordPiece { get; } = new("##", marksContinuation: true);

    /// <summary><c>▁play ing</c>: U+2581 starts a word (T5, Llama 2, XLM-R).</summary>
    public static WordPieces SentencePiece { get; } = new("▁", marksContinuation: false);

    /// <summary><c>Ġplay ing</c>: U+0120, which stands for a blank, starts a word (GPT-2, RoBERTa, Llama 3).</summary>
    public static WordPieces ByteLevel { get; } = new("Ġ", marksContinuation: false);

    /// <summary>The rule in words.</summary>
    internal string Rule => marksContinuation ? $"{mark}piece continues a word" : $"{mark}word starts a word";

    /// <summary>True where the second of two neighbouring tokens belongs to the word of the first.</summary>
    internal bool Continues(string before, string token) =>
        !IsSpecial(before) && !IsSpecial(token) && HasMark(token) == marksContinuation;

    /// <summary>The token without its mark.</summary>
    internal string Text(string token) => HasMark(token) ? token[mark.Length..] : token;

    /// <summary>The token without the mark of any of these rules.</summary>
    internal static string WithoutMark(string token) =>
        new[] { WordPiece, SentencePiece, ByteLevel }.FirstOrDefault(pieces => pieces.HasMark(token))?.Text(token) ?? token;

    private bool HasMark(string token) => token.StartsWith(mark, StringComparison.Ordinal);

    private static bool IsSpecial(string token) => token.Length > 2 && (token[0], token[^1]) is ('[', ']') or ('<', '>');
}
