namespace AttentionNotebooks.Runner.Sessions.Scripts;

/// <summary>A submission threw; the inner exception is its own.</summary>
internal sealed class ScriptFailedException(Exception exception) : Exception(exception.Message, exception);
