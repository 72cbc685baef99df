using System.Globalization;
using System.Text;
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
    /// <remarks>A character is what a reader takes for one: an emoji with all its parts, a letter with its accents. Scripts without spaces between words, such as
    /// Chinese, are not divided further.</remarks>
    /// <exception cref="ArgumentException">The text is empty or nothing but white space.</exception>
    public static Sentence Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] tokens = [.. Pieces().Matches(text).SelectMany(piece => piece.Groups["word"].Success ? [piece.Value] : VisibleCharacters(piece.Value))];
        if (tokens.Length == 0) throw new ArgumentException("text must hold at least one visible character: it holds none.", nameof(text));
        return new Sentence(tokens);
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

    /// <summary>The two joiners, U+200C and U+200D, stand inside words of Persian and of Indian languages.</summary>
    [GeneratedRegex(
        @"(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200C\u200D]*(?:['’\-][\p{L}\p{M}\p{N}\u200C\u200D]+)*)|[^\s\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();

    private static IEnumerable<string> VisibleCharacters(string text)
    {
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            if (!element.EnumerateRunes().All(IsInvisible)) yield return element;
        }
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;
}
