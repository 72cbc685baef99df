namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>The C# of a <c>.dib</c> file, in which lines such as <c>#!csharp</c> begin a cell of that language.</summary>
internal static class DibScript
{
    private static readonly string[] CSharp = ["#!csharp", "#!c#"];

    /// <summary>Gives the C# with every other line blank, so that line numbers stay those of the file.</summary>
    /// <exception cref="CellException">It holds cells of another language.</exception>
    public static string ReadCSharp(string text)
    {
        var inCSharp = true; // The language of a file without headers.
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var isHeader = lines[i].StartsWith("#!", StringComparison.Ordinal);
            if (isHeader) inCSharp = IsCSharp(lines[i].Trim(), i + 1);
            if (isHeader || !inCSharp) lines[i] = "";
        }

        return string.Join('\n', lines);
    }

    private static bool IsCSharp(string header, int line)
    {
        if (CSharp.Contains(header)) return true;
        if (header == "#!meta") return false; // The file's own notes, in JSON.
        throw new CellException("UnknownMagic", $"'{header}' is not known here; an extension script is C#.", line);
    }
}
