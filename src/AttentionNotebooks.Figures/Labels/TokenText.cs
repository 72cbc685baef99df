namespace AttentionNotebooks;

/// <summary>Tokens as pictures show them: visible, short, and without power over the text around them.</summary>
internal static class TokenText
{
    /// <summary>How much of a token stands beside an axis, in a table or in a formula.</summary>
    internal const int LabelLength = 14;

    /// <summary>How much of a token its tooltip tells.</summary>
    internal const int TooltipLength = 1000;

    /// <summary>The token in at most so many characters, the last an ellipsis where something is missing.</summary>
    internal static string Shorten(string token, int length = LabelLength) => token.Length == 0 ? "(empty)" : ShortLabel.Of(token, length).Shown;

    /// <summary>A label to stand inside a line of text: a right-to-left label does not turn what follows it.</summary>
    internal static string Isolate(string label) => label.Any(IsRightToLeft) ? $"\u2068{label}\u2069" : label;

    /// <summary>The blocks of Hebrew, Arabic and their neighbours; the high surrogates of the right-to-left scripts beyond them.</summary>
    private static bool IsRightToLeft(char character) =>
        character is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') or '\uD802' or '\uD803' or '\uD83A' or '\uD83B';
}
