namespace AttentionNotebooks.Runner.Sessions;

/// <summary>A failure that is fully told by a name, a message and a line of the cell, with no stack worth showing.</summary>
internal sealed class CellException(string name, string message, int? line = null) : Exception(message)
{
    /// <summary>What the error output is called.</summary>
    public string Name { get; } = name;

    /// <summary>The line of the cell, from 1; null where it is not known.</summary>
    public int? Line { get; } = line;
}
