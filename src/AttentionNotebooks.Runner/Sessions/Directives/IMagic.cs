namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>A magic command: a line that begins with <c>#!</c>.</summary>
internal interface IMagic
{
    /// <summary>The names by which it is called, such as <c>#!time</c>.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>What it does, in one line.</summary>
    string Summary { get; }

    /// <summary>What the lines below it are.</summary>
    MagicRole Role => MagicRole.Command;

    /// <summary>Does its work, after the code above it has run and before the code below it.</summary>
    /// <exception cref="CellException">It cannot; the cell ends.</exception>
    Task RunAsync(MagicCall call, CancellationToken cancellationToken);
}
