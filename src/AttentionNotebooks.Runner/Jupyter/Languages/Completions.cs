namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary>What may take the place of the code from <paramref name="Start"/> to <paramref name="End"/>.</summary>
internal sealed record Completions(IReadOnlyList<Completion> Items, int Start, int End);

/// <summary>One of them.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Kind">What it is, such as <c>method</c>; null if that is not known.</param>
internal sealed record Completion(string Text, string? Kind);
