using AttentionNotebooks.Runner.Sessions.Directives;
using AttentionNotebooks.Runner.Sessions.Languages.Signatures;
using AttentionNotebooks.Runner.Sessions.Scripts;
using Microsoft.CodeAnalysis;

namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>
/// Helps to write the next cell of a session: it sees what the submissions before it declared. It may be asked at any time, also while a
/// cell runs; it then knows what the last submission that ended has left.
/// </summary>
internal sealed class LanguageServices(ScriptEngine scripts, MagicTable magics, SessionPackages packages) : IDisposable
{
    private readonly ScriptDocuments documents = new();
    private readonly CellParser parser = new(magics);
    private readonly DirectiveCompletion directives = new(magics, packages);

    /// <summary>Tells what may be written at the cursor.</summary>
    /// <param name="code">The cell, finished or not.</param>
    /// <param name="cursor">A place in it, in UTF-16 units; one outside of it counts as its nearest end.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Task<Completion> CompleteAsync(string code, int cursor, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                var (cell, place) = Open(code, cursor);
                if (cell.IsDirective(place)) return directives.Complete(code, place);
                if (!cell.IsCode(place)) return Completion.None(place);
                return await CSharpCompletion.CompleteAsync(await DocumentAsync(cell, cancellationToken), place, cancellationToken);
            },
            cancellationToken);

    /// <summary>Tells what stands at the cursor and, inside of a call's arguments, what the call takes; null where nothing is known.</summary>
    /// <param name="code">The cell, finished or not.</param>
    /// <param name="cursor">A place in it, in UTF-16 units; one outside of it counts as its nearest end.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Task<Inspection?> InspectAsync(string code, int cursor, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                var (cell, place) = Open(code, cursor);
                if (!cell.IsCode(place)) return null;
                var document = await DocumentAsync(cell, cancellationToken);
                var text = new InspectionText();
                if (await SignatureHelp.InspectAsync(document, place, cancellationToken) is { } signature) text.Add(signature);
                if (await CSharpQuickInfo.InspectAsync(document, place, cancellationToken) is { } info) text.Add(info);
                return text.ToInspection();
            },
            cancellationToken);

    /// <summary>Tells whether a cell can be run as it is.</summary>
    public CodeCompleteness IsComplete(string code) => CompletenessCheck.Check(code, parser, magics);

    /// <summary>
    /// Does what the next question would have to wait for. A live front end calls it after each cell, without waiting for it: the first
    /// time it composes Roslyn, later it only follows the new submissions.
    /// </summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        const string Code = "Math.Max(1, 2).";
        await CompleteAsync(Code, Code.Length, cancellationToken).ConfigureAwait(false);
        await InspectAsync(Code, Code.IndexOf(',', StringComparison.Ordinal), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => documents.Dispose();

    private (ParsedCell Cell, int Place) Open(string code, int cursor) => (parser.Parse(new CellSource("", code)), Math.Clamp(cursor, 0, code.Length));

    private Task<Document> DocumentAsync(ParsedCell cell, CancellationToken cancellationToken) =>
        documents.OpenAsync(scripts.Next, cell.Code, cancellationToken);
}
