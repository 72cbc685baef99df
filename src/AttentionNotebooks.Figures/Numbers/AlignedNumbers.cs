namespace AttentionNotebooks;

/// <summary>Pads the numbers of a column so that their decimal points stand below each other.</summary>
internal static class AlignedNumbers
{
    private const char FigureSpace = '\u2007';

    private const char PunctuationSpace = '\u2008';

    private const char NoBreakSpace = '\u00A0';

    /// <summary>For a terminal: every character is as wide as a blank.</summary>
    internal static char TerminalBlank(char character) => ' ';

    /// <summary>For a page: blanks as wide as a digit and as a point are in the font of the page. HTML neither collapses nor breaks them.</summary>
    internal static char PageBlank(char character) => character switch
    {
        '.' => PunctuationSpace,
        ' ' => NoBreakSpace,
        _ => FigureSpace,
    };

    /// <summary>The numbers, all of the same length.</summary>
    /// <param name="numbers">As <see cref="NumberFormat"/> writes them, perhaps followed by <c>i</c>.</param>
    /// <param name="blank">The blank that takes the place of a character.</param>
    internal static string[] Align(IReadOnlyList<string> numbers, Func<char, char> blank)
    {
        int[] splits = [.. numbers.Select(Split)];
        string longestWhole = Longest(numbers.Select((number, index) => number[..splits[index]]));
        string longestRest = Longest(numbers.Select((number, index) => number[splits[index]..]));
        return [.. numbers.Select((number, index) => Pad(number, splits[index]))];

        string Pad(string number, int split) =>
            Blanks(longestWhole[..^split]) + number + Blanks(longestRest[(number.Length - split)..]);
        string Blanks(string text) => string.Concat(text.Select(blank));
    }

    /// <summary>Where the whole part ends: at the point, the exponent or the imaginary unit.</summary>
    private static int Split(string number)
    {
        int split = number.AsSpan().IndexOfAny(".ei");
        return split < 0 ? number.Length : split;
    }

    private static string Longest(IEnumerable<string> texts) => texts.MaxBy(text => text.Length) ?? "";
}
