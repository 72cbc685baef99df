using AttentionNotebooks.Runner.Sessions.Directives;
using AttentionNotebooks.Runner.Sessions.Scripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;

namespace AttentionNotebooks.Runner.Sessions.Languages;

/// <summary>
/// The session's submissions as Roslyn's services want to see them: a chain of projects, one for each. It follows the session when it is
/// asked, so that a session without a front end pays nothing. Thread-safe.
/// </summary>
internal sealed class ScriptDocuments : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private Solution? chain;
    private Script? last;
    private ProjectId? lastProject;
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
        chain ??= new AdhocWorkspace(RoslynHost.Services).CurrentSolution;
        foreach (var script in NewSubmissions(next))
        {
            var document = Add(chain, script);
            // From the first to the last, so that none has to compile a long chain behind it.
            await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
            (chain, last, lastProject) = (document.Project.Solution, script, document.Project.Id);
        }

        var draftDocument = Add(chain, next);
        await draftDocument.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return draftDocument;
    }

    private Stack<Script> NewSubmissions(Script next)
    {
        Stack<Script> scripts = [];
        for (var script = next.Previous; script is not null && script != last; script = script.Previous) scripts.Push(script);
        return scripts;
    }

    private Document Add(Solution solution, Script script)
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
            projectReferences: lastProject is null ? [] : [new ProjectReference(lastProject)],
            metadataReferences: script.Options.MetadataReferences,
            isSubmission: true);
        var text = TextLoader.From(TextAndVersion.Create(SourceText.From(script.Code), VersionStamp.Default));
        var document = DocumentInfo.Create(DocumentId.CreateNewId(project.Id), "Cell", sourceCodeKind: SourceCodeKind.Script, loader: text);
        return solution.AddProject(project.WithDocuments([document])).GetDocument(document.Id)!;
    }
}
