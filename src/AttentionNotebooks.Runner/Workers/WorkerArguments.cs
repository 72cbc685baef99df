namespace AttentionNotebooks.Runner.Workers;

/// <summary>What a worker is started with.</summary>
/// <param name="CommandPipe">The handle of the pipe on which commands come.</param>
/// <param name="EventPipe">The handle of the pipe on which events go.</param>
/// <param name="Folder">The notebook's folder.</param>
/// <param name="Mark">Written to the raw console streams where a cell ends.</param>
internal sealed record WorkerArguments(string CommandPipe, string EventPipe, string Folder, string Mark)
{
    /// <summary>The hidden command of this program that is a worker.</summary>
    public const string Command = "worker";

    /// <summary>As a command line, the command's name first.</summary>
    public IReadOnlyList<string> ToCommandLine() => [Command, CommandPipe, EventPipe, Folder, Mark];

    /// <summary>Reads the arguments that follow the command's name.</summary>
    public static WorkerArguments Parse(IReadOnlyList<string> arguments) => new(arguments[0], arguments[1], arguments[2], arguments[3]);
}
