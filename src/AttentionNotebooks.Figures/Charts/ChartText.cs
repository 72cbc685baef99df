using Plotly.NET;

namespace AttentionNotebooks;

/// <summary>Tokens for plotly.js, which takes tags, entities and formulas between dollar signs in any text for markup.</summary>
internal static class ChartText
{
    /// <summary>A token as short as on our own axes, as plain text.</summary>
    internal static string OfToken(string token) => Escape(TokenText.Isolate(TokenText.Shorten(token)));

    /// <summary>Text that plotly.js shows as it is.</summary>
    internal static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("$", "&#36;", StringComparison.Ordinal);

    /// <summary>The title of a chart or of an axis.</summary>
    internal static Title Title(string text) => new Title().With("text", text);
}
