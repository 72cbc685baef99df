namespace AttentionNotebooks.Runner.Markup;

/// <summary>A table of short texts in the MIME types that a display needs.</summary>
internal static class DisplayTable
{
    /// <summary>The table as HTML, with every text escaped, and as text with aligned columns.</summary>
    public static (string MimeType, string Text)[] Create(string[] header, IEnumerable<string[]> rows)
    {
        string[][] all = [header, .. rows];
        return [("text/html", ToHtml(all)), ("text/plain", ToText(all))];
    }

    private static string ToHtml(string[][] rows)
    {
        static string Row(string element, string[] cells) =>
            $"<tr>{string.Concat(cells.Select(cell => $"<{element} style=\"text-align: left\">{HtmlText.Escape(cell)}</{element}>"))}</tr>";
        return $"<table><thead>{Row("th", rows[0])}</thead><tbody>{string.Concat(rows.Skip(1).Select(row => Row("td", row)))}</tbody></table>";
    }

    private static string ToText(string[][] rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }
}
