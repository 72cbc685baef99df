using System.Text;

namespace AttentionNotebooks.Runner.Markup;

/// <summary>Makes text safe to stand in HTML and MathML.</summary>
internal static class HtmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text as content of an element or of a quoted attribute. Characters that no document may hold become U+FFFD.</summary>
    internal static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char letter in text)
        {
            _ = letter switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\n' or '\t' or '\r' => escaped.Append(letter),
                < ' ' or '\u007F' => escaped.Append(Replacement),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
