using System.Text;

namespace AttentionNotebooks;

/// <summary>Tells punctuation from words.</summary>
internal static class Punctuation
{
    /// <summary>True for a token that, without the mark of a word piece, is nothing but punctuation marks and symbols.</summary>
    internal static bool IsAll(string token)
    {
        string text = WordPieces.WithoutMark(token);
        return text.Length > 0 && text.EnumerateRunes().All(rune => Rune.IsPunctuation(rune) || Rune.IsSymbol(rune));
    }
}
