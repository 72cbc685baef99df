using System.Text;
using Plotly.NET;

namespace AttentionNotebooks;

/// <summary>Tokens for plotly.js, which takes tags, entities and formulas between dollar signs in any text for markup.</summary>
internal static class ChartText
{
    private const string Break = "<br>";

    /// <summary>Text that plotly.js shows as it is.</summary>
    internal static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("$", "&#36;", StringComparison.Ordinal);

    /// <summary>The same text in lines of so many characters, as plotly.js breaks none.</summary>
    internal static string Wrap(string text, int length)
    {
        StringBuilder lines = new();
        int taken = 0;
        foreach (string word in text.Split(' '))
        {
            bool fits = taken + word.Length < length;
            if (lines.Length > 0) lines.Append(fits ? " " : Break);
            lines.Append(word);
            taken = fits ? taken + word.Length + 1 : word.Length;
        }

        return lines.ToString();
    }

    /// <summary>Number of lines that plotly.js makes of the text.</summary>
    internal static int Lines(string text) => text.Split(Break).Length;

    /// <summary>The title of a chart or of an axis.</summary>
    internal static Title Title(string text) => new Title().With("text", text);
}
