namespace AttentionNotebooks;

/// <summary>Makes visible what would be invisible, or would move what stands around it.</summary>
internal static class VisibleText
{
    private const char Unknown = '\uFFFD';

    /// <summary>
    /// Control characters as their pictures (<c>␀</c>, <c>␊</c>), characters that change the writing direction as <c>�</c> like what is no character,
    /// blanks at either end as <c>␣</c>.
    /// </summary>
    internal static string Of(string text)
    {
        int start = text.Length - text.TrimStart(' ').Length;
        int end = text.TrimEnd(' ').Length;
        return string.Create(text.Length, (text, start, end), static (shown, from) =>
        {
            for (int index = 0; index < shown.Length; index++)
                shown[index] = index < from.start || index >= from.end ? '␣' : IsHalf(from.text, index) ? Unknown : Of(from.text[index]);
        });
    }

    /// <summary>Half of a surrogate pair without the other is no character.</summary>
    private static bool IsHalf(string text, int index) =>
        char.IsSurrogate(text[index])
        && !(index + 1 < text.Length && char.IsSurrogatePair(text, index))
        && !(index > 0 && char.IsSurrogatePair(text, index - 1));

    private static char Of(char character) => character switch
    {
        < ' ' => (char)('\u2400' + character),
        '\u007F' => '␡',
        (>= '\u0080' and <= '\u009F') or '\u2028' or '\u2029' => Unknown,
        '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => Unknown,
        _ => character,
    };
}
