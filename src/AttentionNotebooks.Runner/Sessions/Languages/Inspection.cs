namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>What is known about a place of a cell.</summary>
/// <param name="Text">As plain text.</param>
/// <param name="Markdown">As Markdown.</param>
internal sealed record Inspection(string Text, string Markdown);
