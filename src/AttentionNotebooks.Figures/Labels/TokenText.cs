using System.Globalization;
using System.Text;

namespace AttentionNotebooks;

/// <summary>Tokens as pictures show them: visible, short, and without power over the text around them.</summary>
internal static class TokenText
{
    /// <summary>How much of a token stands beside an axis, in a table or in a formula.</summary>
    internal const int LabelLength = 14;

    /// <summary>How much of a token its tooltip tells.</summary>
    internal const int TooltipLength = 1000;

    /// <summary>An emoji may be a family of several; its code units are at most so many.</summary>
    private const int CharacterLength = 16;

    /// <summary>A letter with more code units than this has combining marks piled up over the lines above it.</summary>
    private const int LetterLength = 5;

    private const char Replacement = '\uFFFD';
    private const char VisibleSpace = '␣';

    /// <summary>The token in at most so many characters, the last an ellipsis where something is missing.</summary>
    internal static string Shorten(string token, int length = LabelLength)
    {
        string visible = Visible(token.Length > length * CharacterLength ? token[..(length * CharacterLength)] : token);
        StringBuilder result = new();
        TextElementEnumerator characters = StringInfo.GetTextElementEnumerator(visible);
        for (int count = 0; characters.MoveNext(); count++)
        {
            if (count == length - 1 && characters.ElementIndex + characters.GetTextElement().Length < token.Length) return result.Append('…').ToString();
            result.Append(Cut(characters.GetTextElement()));
        }

        return result.ToString();
    }

    /// <summary>A label to stand inside a line of text: a right-to-left label does not turn what follows it.</summary>
    internal static string Isolate(string label) => label.Any(IsRightToLeft) ? $"\u2068{label}\u2069" : label;

    /// <summary>White space as signs that are seen; what controls a terminal or the direction of the text as a replacement sign.</summary>
    private static string Visible(string token)
    {
        if (token.Length == 0) return "(empty)";
        char[] characters = token.ToCharArray();
        int first = 0, last = characters.Length - 1;
        while (first <= last && characters[first] == ' ') characters[first++] = VisibleSpace;
        while (last > first && characters[last] == ' ') characters[last--] = VisibleSpace;
        for (int index = first; index <= last; index++) characters[index] = Visible(characters[index]);
        return new string(characters);
    }

    private static char Visible(char character) => character switch
    {
        '\n' or '\r' => '↵',
        '\t' => '⇥',
        '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => Replacement,
        _ when char.IsControl(character) => Replacement,
        _ => character,
    };

    private static string Cut(string character)
    {
        int length = Math.Min(character.Length, char.IsSurrogate(character[0]) ? CharacterLength : LetterLength);
        return char.IsHighSurrogate(character[length - 1]) ? character[..(length - 1)] : character[..length];
    }

    /// <summary>The blocks of Hebrew, Arabic and their neighbours; the high surrogates of the right-to-left scripts beyond them.</summary>
    private static bool IsRightToLeft(char character) =>
        character is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') or '\uD802' or '\uD803' or '\uD83A' or '\uD83B';
}
