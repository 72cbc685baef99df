using System.Text;

namespace AttentionNotebooks;

/// <summary>How wide a text is on a page, estimated on the generous side because nobody has measured the reader's font.</summary>
internal static class PixelWidth
{
    internal static double Of(string text, double fontSize) => fontSize * text.EnumerateRunes().Sum(Ems);

    private static double Ems(Rune rune)
    {
        int columns = TextWidth.OfRune(rune);
        if (columns != 1) return 0.55 * columns;
        if (!rune.IsAscii) return 0.72;
        return (char)rune.Value switch
        {
            'i' or 'j' or 'l' or 't' or 'f' or 'I' or '.' or ',' or '\'' or '|' or '!' or ':' or ';' or ' ' => 0.36,
            'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.9,
            >= 'A' and <= 'Z' => 0.72,
            _ => 0.58,
        };
    }
}
