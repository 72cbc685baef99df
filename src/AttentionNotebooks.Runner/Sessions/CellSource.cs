namespace AttentionNotebooks.Runner.Sessions;

/// <summary>A cell to run.</summary>
/// <param name="Name">What errors and stack traces call it, such as <c>Cell 3</c>; unique within a session.</param>
/// <param name="Text">Its source.</param>
internal sealed record CellSource(string Name, string Text);
