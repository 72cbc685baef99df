namespace AttentionNotebooks.Runner.Jupyter.Languages;

/// <summary>What the session can tell of code that has not run. Cursors count UTF-16 code units from the start of the code.</summary>
internal interface ILanguageServices
{
    /// <summary>What may stand at the cursor.</summary>
    Task<Completions> CompleteAsync(string code, int cursor, CancellationToken cancellationToken);

    /// <summary>What is known of the symbol at the cursor, as MIME type → text; null if nothing is.</summary>
    /// <param name="code">The code.</param>
    /// <param name="cursor">The place in it.</param>
    /// <param name="detailLevel">0 for the usual, 1 for more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyDictionary<string, string>?> InspectAsync(string code, int cursor, int detailLevel, CancellationToken cancellationToken);

    /// <summary>Whether the code could be run as it stands: <c>complete</c>, <c>incomplete</c>, <c>invalid</c> or <c>unknown</c>.</summary>
    string IsComplete(string code);
}
