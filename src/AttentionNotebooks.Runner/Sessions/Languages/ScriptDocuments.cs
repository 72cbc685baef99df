using AttentionNotebooks.Runner.Sessions.Directives;
using AttentionNotebooks.Runner.Sessions.Scripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;

namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>
/// The session's submissions as Roslyn's services want to see them: a chain of projects, one for each, and the older ones in blocks. It
/// follows the session when it is asked, so that a session without a front end pays nothing. Thread-safe.
/// </summary>
internal sealed class ScriptDocuments : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private SubmissionBlock block = new();
    private Chain? blocks;
    private Chain? chain;
    private Script? last;
    private (Script Script, Document Document)? draft;

    /// <summary>Opens code as a document in the place of the next submission.</summary>
    /// <param name="next">An empty submission in that place: <see cref="ScriptEngine.Next"/>.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Document> OpenAsync(Script next, string code, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (draft is not { } present || present.Script.Previous != next.Previous || present.Script.Options != next.Options)
                draft = present = (next, await DraftAsync(next, cancellationToken).ConfigureAwait(false));
            return present.Document.WithText(SourceText.From(code));
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task<Document> DraftAsync(Script next, CancellationToken cancellationToken)
    {
        chain ??= blocks = new Chain(new AdhocWorkspace(RoslynHost.Services).CurrentSolution, null);
        foreach (var script in NewSubmissions(next))
        {
            cancellationToken.ThrowIfCancellationRequested(); // Between two, never within one.
            await FollowAsync(script).ConfigureAwait(false);
        }

        var document = Add(chain, next, next.Code);
        await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return document;
    }

    private async Task FollowAsync(Script script)
    {
        if (!block.TryTake(script))
        {
            chain = blocks = await ExtendAsync(blocks!, block.Last, block.Code).ConfigureAwait(false);
            block = new SubmissionBlock();
            block.TryTake(script);
        }

        chain = await ExtendAsync(chain!, script, script.Code).ConfigureAwait(false);
        last = script;
    }

    // Compiled at once, from the first to the last, so that none has to compile a long chain behind it.
    private static async Task<Chain> ExtendAsync(Chain chain, Script script, string code)
    {
        var project = Add(chain, script, code).Project;
        await project.GetCompilationAsync().ConfigureAwait(false);
        return new Chain(project.Solution, project.Id);
    }

    private Stack<Script> NewSubmissions(Script next)
    {
        Stack<Script> scripts = [];
        for (var script = next.Previous; script is not null && script != last; script = script.Previous) scripts.Push(script);
        return scripts;
    }

    private static Document Add(Chain chain, Script script, string code)
    {
        var compilation = script.GetCompilation();
        var parseOptions = CellParser.ScriptOptions.WithDocumentationMode(DocumentationMode.Parse);
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            name: compilation.AssemblyName!,
            assemblyName: compilation.AssemblyName!,
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: parseOptions,
            projectReferences: chain.Last is null ? [] : [new ProjectReference(chain.Last)],
            metadataReferences: script.Options.MetadataReferences,
            isSubmission: true);
        var text = TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Default));
        var document = DocumentInfo.Create(DocumentId.CreateNewId(project.Id), "Cell", sourceCodeKind: SourceCodeKind.Script, loader: text);
        return chain.Solution.AddProject(project.WithDocuments([document])).GetDocument(document.Id)!;
    }

    /// <summary>Projects of which each follows the one before.</summary>
    private sealed record Chain(Solution Solution, ProjectId? Last);
}
