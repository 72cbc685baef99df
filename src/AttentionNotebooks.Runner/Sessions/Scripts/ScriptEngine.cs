using System.Collections.Immutable;
using System.Text;
using AttentionNotebooks.Runner.Packages;
using AttentionNotebooks.Runner.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace AttentionNotebooks.Runner.Sessions.Scripts;

/// <summary>C# scripting with a state that grows from submission to submission.</summary>
internal sealed class ScriptEngine : IDisposable
{
    private static readonly string[] DefaultImports =
    [
        "System", "System.IO", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(DisplayExtensions).Namespace!, typeof(CellHelpers).FullName!,
    ];

    private readonly InteractiveAssemblyLoader loader = new();
    private readonly HashSet<string> referenced = new(HostAssemblies.DefaultReferences.Select(reference => reference.FilePath!));
    private volatile Progress progress;

    public ScriptEngine(string folder)
    {
        var options = ScriptOptions.Default
            .WithReferences(HostAssemblies.DefaultReferences)
            .WithImports(DefaultImports)
            .WithLanguageVersion(LanguageVersion.Latest)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
            .WithEmitDebugInformation(true) // Stack traces then carry the cell's lines.
            .WithFileEncoding(Encoding.UTF8);
        progress = new Progress(null, options);
    }

    /// <summary>
    /// An empty submission in the place of the next one, for those who want to know what it would see. May be read while another runs:
    /// it then stands after the last that ended.
    /// </summary>
    public Script<object> Next => progress.Continue("", "", loader);

    /// <summary>The variables as later submissions see them, by name; of several with one name the last is left.</summary>
    public IReadOnlyList<ScriptVariable> Variables =>
        progress.State is not { } state
            ? []
            : [.. state.Variables.GroupBy(variable => variable.Name).Select(group => group.Last()).OrderBy(variable => variable.Name, StringComparer.Ordinal)];

    /// <summary>Lets later submissions use the assemblies at these paths and loads them; the host's own copy is preferred.</summary>
    /// <param name="compileTime">What is compiled against.</param>
    /// <param name="runtime">What is loaded.</param>
    public void AddAssemblies(IEnumerable<string> compileTime, IEnumerable<string> runtime)
    {
        foreach (var path in runtime.Select(PreferHost)) Load(path);
        var added = compileTime.Select(PreferHost).Where(referenced.Add).Select(AssemblyReference.Create);
        progress = progress with { Options = progress.Options.AddReferences(added) };
    }

    /// <summary>Lets later submissions use the packages.</summary>
    public void AddPackages(IReadOnlyList<RestoredPackage> packages)
    {
        foreach (var library in packages.SelectMany(package => package.NativeLibraries)) AssemblyResolution.AddNative(library);
        AddAssemblies(packages.SelectMany(package => package.CompileAssemblies), packages.SelectMany(package => package.RuntimeAssemblies));
    }

    /// <summary>Compiles a submission against the present state.</summary>
    /// <exception cref="CompilationErrorException">It has errors; the exception carries all of them.</exception>
    public Script<object> Compile(CellSource source, CancellationToken cancellationToken)
    {
        var script = progress.Continue(source.Text, source.Name, loader);
        if (HasErrors(script.Compile(cancellationToken))) throw AllErrors(script, cancellationToken);
        return script;
    }

    /// <summary>Runs a compiled submission and gives the value of its last expression; what it did before a failure stays.</summary>
    public async Task<object?> RunAsync(Script<object> script, CancellationToken cancellationToken)
    {
        // A stopped submission leaves the state of before; a failed one leaves what it had done so far, as in .NET Interactive.
        bool KeepState(Exception exception) => !cancellationToken.IsCancellationRequested;

        var state = progress.State is { } before
            ? await script.RunFromAsync(before, KeepState, cancellationToken)
            : await script.RunAsync(null, KeepState, cancellationToken);
        progress = progress.After(state);
        if (state.Exception is { } exception) throw new ScriptFailedException(exception);
        return state.ReturnValue;
    }

    /// <inheritdoc/>
    public void Dispose() => loader.Dispose();

    private static string PreferHost(string path) => HostAssemblies.Find(Path.GetFileNameWithoutExtension(path)) ?? path;

    private void Load(string path)
    {
        try
        {
            loader.RegisterDependency(AssemblyResolution.Load(path));
        }
        catch (BadImageFormatException)
        {
            // A native library among the managed ones: found by name when it is called.
            AssemblyResolution.AddNative(path);
        }
    }

    private static bool HasErrors(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    // Compile stops at the first phase that fails; the compilation knows the errors of all phases.
    private static CompilationErrorException AllErrors(Script script, CancellationToken cancellationToken)
    {
        var errors = script.GetCompilation().GetDiagnostics(cancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToImmutableArray();
        return new CompilationErrorException(errors.FirstOrDefault()?.ToString() ?? "The cell does not compile.", errors);
    }

    /// <summary>Where the session stands.</summary>
    /// <param name="State">What the submissions have left; null before the first.</param>
    /// <param name="Options">
    /// The options of the next submission. It inherits imports and references from those before it, so it names only new ones: to name
    /// all again in each costs memory with the square of their number.
    /// </param>
    private sealed record Progress(ScriptState<object>? State, ScriptOptions Options)
    {
        public Script<object> Continue(string text, string name, InteractiveAssemblyLoader loader) =>
            State is null
                ? CSharpScript.Create<object>(text, Options.WithFilePath(name), assemblyLoader: loader)
                : State.Script.ContinueWith<object>(text, Options.WithFilePath(name));

        public Progress After(ScriptState<object> state) =>
            new(state, Options.WithReferences(Array.Empty<MetadataReference>()).WithImports(Array.Empty<string>()));
    }
}
