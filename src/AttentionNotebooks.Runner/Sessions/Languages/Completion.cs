namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>What may be written at a place of a cell.</summary>
/// <param name="Start">Where the text begins that a match replaces, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Matches">The matches, best first.</param>
internal sealed record Completion(int Start, int End, IReadOnlyList<CompletionMatch> Matches)
{
    /// <summary>Nothing fits there.</summary>
    public static Completion None(int cursor) => new(cursor, cursor, []);
}

/// <summary>One thing that may be written.</summary>
/// <param name="Text">The text to insert.</param>
/// <param name="Kind">What it is, in one lower-case word such as <c>method</c>.</param>
internal sealed record CompletionMatch(string Text, string Kind);
