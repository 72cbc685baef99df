namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary>What the session can tell of code that has not run. Cursors count UTF-16 code units from the start of the code.</summary>
internal interface ILanguageServices
{
    /// <summary>What may stand at the cursor.</summary>
    Task<Completion> CompleteAsync(string code, int cursor, CancellationToken cancellationToken);

    /// <summary>What is known of the symbol at the cursor, as MIME type → text; null if nothing is.</summary>
    Task<IReadOnlyDictionary<string, string>?> InspectAsync(string code, int cursor, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the code could be run as it stands: <c>complete</c>, <c>incomplete</c>, <c>invalid</c> or <c>unknown</c>; and the white space
    /// with which the next line begins if it is incomplete.
    /// </summary>
    Task<(string Status, string Indent)> IsCompleteAsync(string code);
}
