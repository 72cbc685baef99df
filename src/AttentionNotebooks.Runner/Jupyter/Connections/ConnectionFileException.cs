namespace AttentionNotebooks.Runner.Jupyter.Connections;

/// <summary>A connection file cannot be used; the message says what is wrong with it and what was expected.</summary>
internal sealed class ConnectionFileException(string message, Exception? inner = null) : Exception(message, inner);
