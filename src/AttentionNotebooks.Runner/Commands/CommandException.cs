namespace AttentionNotebooks.Runner.Commands;

/// <summary>The command cannot be carried out; the message is for whoever typed it.</summary>
internal sealed class CommandException(string message) : Exception(message);
