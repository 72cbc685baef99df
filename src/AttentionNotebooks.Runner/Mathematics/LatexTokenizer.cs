using System.Text;

namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>LaTeX source → tokens. Blanks and <c>%</c> comments give none.</summary>
internal static class LatexTokenizer
{
    /// <summary>All tokens, the last one being <see cref="LatexTokenKind.End"/>.</summary>
    internal static IReadOnlyList<LatexToken> Tokenize(string source)
    {
        List<LatexToken> tokens = [];
        for (int position = SkipBlank(source, 0); position < source.Length; position = SkipBlank(source, position))
        {
            LatexToken token = source[position] == '\\' ? ReadCommand(source, position) : ReadCharacter(source, position);
            tokens.Add(token);
            position = token.End;
        }

        tokens.Add(new LatexToken(LatexTokenKind.End, "", source.Length, source.Length));
        return tokens;
    }

    private static int SkipBlank(string source, int position)
    {
        while (position < source.Length && (char.IsWhiteSpace(source[position]) || source[position] == '%'))
        {
            int lineEnd = source.IndexOf('\n', position);
            position = source[position] != '%' ? position + 1 : lineEnd < 0 ? source.Length : lineEnd + 1;
        }

        return position;
    }

    private static LatexToken ReadCommand(string source, int start)
    {
        int end = start + 1;
        while (end < source.Length && char.IsAsciiLetter(source[end]))
        {
            end++;
        }

        if (end == start + 1 && end < source.Length)
        {
            end += Rune.TryGetRuneAt(source, end, out Rune rune) ? rune.Utf16SequenceLength : 1;
        }

        string name = source[(start + 1)..end];
        return new LatexToken(name == @"\" ? LatexTokenKind.RowEnd : LatexTokenKind.Command, name, start, end);
    }

    private static LatexToken ReadCharacter(string source, int start)
    {
        int length = Rune.TryGetRuneAt(source, start, out Rune rune) ? rune.Utf16SequenceLength : 1;
        string text = source.Substring(start, length);
        LatexTokenKind kind = text switch
        {
            "{" => LatexTokenKind.Open,
            "}" => LatexTokenKind.Close,
            "^" => LatexTokenKind.Superscript,
            "_" => LatexTokenKind.Subscript,
            "'" => LatexTokenKind.Prime,
            "&" => LatexTokenKind.CellEnd,
            _ when Rune.IsLetter(rune) => LatexTokenKind.Letter,
            _ when char.IsAsciiDigit(text[0]) => LatexTokenKind.Digit,
            _ => LatexTokenKind.Symbol,
        };
        return new LatexToken(kind, text, start, start + length);
    }
}
