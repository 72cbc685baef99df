using Microsoft.CodeAnalysis.Text;

namespace AttentionNotebooks.Runner.Sessions.Directives;

/// <summary>A part of a cell that runs after those above it.</summary>
internal abstract record CellStep;

/// <summary>C#, with blanks in the place of the rest of the cell, so that lines and columns are the cell's own.</summary>
internal sealed record CodeStep(CellSource Source) : CellStep;

/// <summary>A magic command and the text that it takes.</summary>
/// <param name="Directive">The line that calls it.</param>
/// <param name="Text">The text below that line; empty for a magic that takes none.</param>
/// <param name="Span">Where that text stands in the cell.</param>
internal sealed record MagicStep(Directive Directive, string Text, TextSpan Span) : CellStep;
