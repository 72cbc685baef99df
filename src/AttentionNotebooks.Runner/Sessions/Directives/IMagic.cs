namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>A magic command: a line that begins with <c>#!</c>.</summary>
internal interface IMagic
{
    /// <summary>The names by which it is called, such as <c>#!time</c>.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Does its work, before the code of its cell runs.</summary>
    /// <exception cref="CellException">It cannot; the cell ends.</exception>
    Task RunAsync(Directive directive, CancellationToken cancellationToken);
}
