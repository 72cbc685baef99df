namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>A line of a cell that speaks to the session, not to the compiler.</summary>
/// <param name="Name">Its first word, such as <c>#r</c> or <c>#!time</c>.</param>
/// <param name="Argument">The rest of the line, trimmed.</param>
/// <param name="Line">Where it stands in the cell, from 1.</param>
internal sealed record Directive(string Name, string Argument, int Line)
{
    /// <summary>Whether it is <c>#r</c> or <c>#i</c>, not a magic command.</summary>
    public bool IsReference => Name is "#r" or "#i";
}
