namespace AttentionNotebooks.Runner.Jupyter.Messages;

/// <summary>What came is not a message that may be acted on. The reason never quotes the message.</summary>
internal sealed class MalformedMessageException(string reason) : Exception(reason);
