using System.Globalization;
using System.Text;

namespace AttentionNotebooks;

/// <summary>How wide a text is: in pixels, estimated on the generous side because nobody has measured the reader's font; in columns of a terminal.</summary>
internal static class TextWidth
{
    internal static double Pixels(string text, double fontSize) => fontSize * text.EnumerateRunes().Sum(Ems);

    internal static int Columns(string text) => text.EnumerateRunes().Sum(rune => IsMark(rune) ? 0 : IsWide(rune) ? 2 : 1);

    /// <summary>The text cut or filled to exactly so many columns.</summary>
    internal static string Fit(string text, int columns, bool right = false)
    {
        string fitted = Columns(text) <= columns ? text : Cut(text, columns);
        string fill = new(' ', columns - Columns(fitted));
        return right ? fill + fitted : fitted + fill;
    }

    private static string Cut(string text, int columns)
    {
        StringBuilder result = new();
        int left = columns - 1;
        foreach (Rune rune in text.EnumerateRunes())
        {
            left -= Columns(rune.ToString());
            if (left < 0) break;
            result.Append(rune);
        }

        return columns == 0 ? "" : result.Append('…').ToString();
    }

    private static double Ems(Rune rune)
    {
        if (IsMark(rune)) return 0;
        if (IsWide(rune)) return 1.1;
        if (!rune.IsAscii) return 0.72;
        return (char)rune.Value switch
        {
            'i' or 'j' or 'l' or 't' or 'f' or 'I' or '.' or ',' or '\'' or '|' or '!' or ':' or ';' or ' ' => 0.36,
            'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.9,
            >= 'A' and <= 'Z' => 0.72,
            _ => 0.58,
        };
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>East Asian wide characters and emoji, by their blocks.</summary>
    private static bool IsWide(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
