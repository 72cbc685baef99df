namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary>Jupyter counts cursors in Unicode code points, .NET in UTF-16 code units.</summary>
internal static class CodePoints
{
    /// <summary>The code unit where the code point of that number begins; the end of the text if it has fewer.</summary>
    public static int ToUtf16(string text, int codePoints)
    {
        var position = 0;
        for (var i = 0; i < codePoints && position < text.Length; i++) position += Width(text, position);
        return position;
    }

    /// <summary>How many code points stand before a code unit.</summary>
    public static int FromUtf16(string text, int position)
    {
        var count = 0;
        for (var i = 0; i < position; i += Width(text, i)) count++;
        return count;
    }

    private static int Width(string text, int position) =>
        char.IsHighSurrogate(text[position]) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1]) ? 2 : 1;
}
