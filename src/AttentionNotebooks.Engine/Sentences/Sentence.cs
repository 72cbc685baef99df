using System.Globalization;
using System.Text.RegularExpressions;

namespace AttentionNotebooks;

/// <summary>A sentence as its tokens: words, numbers and punctuation marks, in order.</summary>
public sealed partial class Sentence : EngineResult
{
    /// <summary>A sentence that has been split already.</summary>
    /// <param name="tokens">At least one token; copied.</param>
    /// <exception cref="ArgumentException">There is no token, or one is null.</exception>
    public Sentence(IEnumerable<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        string[] copy = [.. tokens];
        if (copy.Length == 0) throw new ArgumentException("tokens must hold at least one token: it is empty.", nameof(tokens));
        if (Array.IndexOf(copy, null) >= 0) throw new ArgumentException("tokens must not hold null.", nameof(tokens));
        Tokens = copy;
    }

    /// <summary>The tokens.</summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary>Splits a text. A word keeps its apostrophes and hyphens (<c>didn't</c>); every other visible character is a token of its own.</summary>
    /// <param name="text">A text with at least one visible character.</param>
    /// <returns>The sentence.</returns>
    /// <exception cref="ArgumentException">The text is empty or nothing but white space.</exception>
    public static Sentence Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text)) throw new ArgumentException("text must hold at least one word: it is empty.", nameof(text));
        return new Sentence(Pieces().Matches(text).SelectMany(piece => char.IsLetterOrDigit(piece.Value[0]) ? [piece.Value] : TextElements(piece.Value)));
    }

    /// <summary>The sentence as numbers: one column a token.</summary>
    /// <param name="vectors">Where the vector of a word comes from.</param>
    /// <returns>I, r×n, labelled with the tokens.</returns>
    /// <exception cref="ArgumentException">A word has no vector.</exception>
    public LabelledMatrix<double> Embed(WordVectors vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return vectors.Embed(this);
    }

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();

    private static IEnumerable<string> TextElements(string text)
    {
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext()) yield return elements.GetTextElement();
    }
}
