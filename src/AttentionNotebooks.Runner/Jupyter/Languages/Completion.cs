namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary>What may take the place of the code from <paramref name="Start"/> to <paramref name="End"/>.</summary>
internal sealed record Completion(int Start, int End, IReadOnlyList<CompletionMatch> Matches);

/// <summary>One thing that may be written.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What it is, in one word such as <c>method</c>.</param>
internal sealed record CompletionMatch(string Text, string Kind);
