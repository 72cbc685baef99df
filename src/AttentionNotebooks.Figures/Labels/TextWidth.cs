using System.Globalization;
using System.Text;

namespace AttentionNotebooks;

/// <summary>How many columns of a terminal a text takes.</summary>
/// <remarks>
/// Two for East Asian wide characters and emoji, none for combining marks and format characters, after Unicode Annex 11 with whole blocks
/// instead of its table: terminals differ more among each other than this differs from it.
/// </remarks>
internal static class TextWidth
{
    private const char EmojiPresentation = '\uFE0F';

    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6), (0x1F1E6, 0x1F1FF), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    internal static int Of(string text)
    {
        int width = 0;
        for (int start = 0; start < text.Length;)
        {
            int length = StringInfo.GetNextTextElementLength(text, start);
            width += OfElement(text.AsSpan(start, length));
            start += length;
        }

        return width;
    }

    /// <summary>One character as a person counts them: a base with its marks, an emoji of several parts.</summary>
    internal static int OfElement(ReadOnlySpan<char> element)
    {
        if (element.Contains(EmojiPresentation)) return 2;
        int width = 0;
        foreach (Rune rune in element.EnumerateRunes()) width = Math.Max(width, OfRune(rune));
        return width;
    }

    /// <summary>The text with blanks after it, so that it takes <paramref name="width"/> columns.</summary>
    internal static string PadRight(string text, int width) => text + Blanks(width - Of(text));

    /// <summary>The text with blanks before it, so that it takes <paramref name="width"/> columns.</summary>
    internal static string PadLeft(string text, int width) => Blanks(width - Of(text)) + text;

    /// <summary>The text cut or filled to exactly so many columns.</summary>
    internal static string Fit(string text, int width, bool right = false)
    {
        string fitted = Of(text) <= width ? text : Cut(text, width);
        return right ? PadLeft(fitted, width) : PadRight(fitted, width);
    }

    private static string Cut(string text, int width)
    {
        StringBuilder result = new();
        int left = width - 1;
        for (int start = 0; start < text.Length && left >= 0;)
        {
            int length = StringInfo.GetNextTextElementLength(text, start);
            left -= OfElement(text.AsSpan(start, length));
            if (left >= 0) result.Append(text, start, length);
            start += length;
        }

        return width == 0 ? "" : result.Append('…').ToString();
    }

    private static string Blanks(int count) => new(' ', Math.Max(0, count));

    internal static int OfRune(Rune rune)
    {
        if (Array.Exists(Wide, range => rune.Value >= range.First && rune.Value <= range.Last)) return 2;
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        return category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1;
    }
}
