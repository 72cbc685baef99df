namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary>Knows nothing of any code.</summary>
internal sealed class NoLanguageServices : ILanguageServices
{
    /// <inheritdoc/>
    public Task<Completions> CompleteAsync(string code, int cursor, CancellationToken cancellationToken) =>
        Task.FromResult(new Completions([], cursor, cursor));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>?> InspectAsync(
        string code, int cursor, int detailLevel, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>?>(null);

    /// <inheritdoc/>
    public string IsComplete(string code) => "unknown";
}
