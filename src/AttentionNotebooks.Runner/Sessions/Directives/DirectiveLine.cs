namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>Reads the lines that speak to the session.</summary>
internal static class DirectiveLine
{
    /// <summary>The directive that a line is; null where it is one of the compiler's own, or none.</summary>
    public static Directive? Read(string line, int number)
    {
        var text = line.Trim();
        if (!text.StartsWith("#!", StringComparison.Ordinal) && !IsReference(text)) return null;
        var nameEnd = text.IndexOfAny([' ', '\t', '"']);
        return nameEnd < 0 ? new Directive(text, "", number) : new Directive(text[..nameEnd], text[nameEnd..].Trim(), number);
    }

    private static bool IsReference(string line) => line.Length > 2 && line[..2] is "#r" or "#i" && line[2] is ' ' or '\t' or '"';
}
