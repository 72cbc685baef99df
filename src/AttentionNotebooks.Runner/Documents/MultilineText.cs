using System.Text.Json.Nodes;

namespace AttentionNotebooks.Runner.Documents;

/// <summary>Text as nbformat likes it in a file under version control: a list of lines that keep their line ends.</summary>
internal static class MultilineText
{
    /// <summary>Splits after every <c>\n</c>; empty text is an empty list.</summary>
    internal static JsonArray ToLines(string text)
    {
        JsonArray lines = [];
        for (int start = 0; start < text.Length;)
        {
            int newline = text.IndexOf('\n', start);
            int end = newline < 0 ? text.Length : newline + 1;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }
}
