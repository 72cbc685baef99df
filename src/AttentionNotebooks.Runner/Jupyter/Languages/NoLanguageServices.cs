namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary>Knows nothing of any code.</summary>
internal sealed class NoLanguageServices : ILanguageServices
{
    /// <inheritdoc/>
    public Task<Completion> CompleteAsync(string code, int cursor, CancellationToken cancellationToken) =>
        Task.FromResult(new Completion(cursor, cursor, []));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>?> InspectAsync(string code, int cursor, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>?>(null);

    /// <inheritdoc/>
    public Task<(string Status, string Indent)> IsCompleteAsync(string code) => Task.FromResult(("unknown", ""));
}
