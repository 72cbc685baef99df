namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>One call of a magic command.</summary>
/// <param name="Directive">The line that calls it.</param>
/// <param name="Text">The text below that line; empty for a magic that takes none.</param>
/// <param name="Cell">The cell in which it stands.</param>
internal sealed record MagicCall(Directive Directive, string Text, MagicCell Cell);
