using AttentionNotebooks.Runner.Packages;
using AttentionNotebooks.Runner.Sessions.Directives;
using AttentionNotebooks.Runner.Sessions.Languages;
using AttentionNotebooks.Runner.Sessions.Scripts;
using AttentionNotebooks.Runner.Sessions.Streams;

namespace AttentionNotebooks.Runner.Sessions;

/// <summary>
/// Runs C# cells one after another as the .NET Interactive kernel does: each sees what those before it declared, and gives its outputs
/// as events. It knows no files and no front end.
/// </summary>
/// <remarks>
/// The console, the current directory, the formatters and the loaded assemblies belong to the process, so a process has one session at
/// a time, and a fresh session wants a fresh process.
/// </remarks>
internal sealed class Session : IDisposable
{
    private readonly string folder;
    private readonly string originalDirectory = Environment.CurrentDirectory;
    private readonly ScriptEngine scripts;
    private readonly SessionPackages packages;
    private readonly MagicTable magics;
    private readonly LanguageServices languages;
    private readonly ConsoleCapture console = new();
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Opens a session.</summary>
    /// <param name="folder">The notebook's folder: the current directory of its cells, and where relative paths begin.</param>
    /// <param name="restorer">Where its packages come from.</param>
    /// <param name="magics">Magic commands beyond those that every session knows.</param>
    public Session(string folder, PackageRestorer restorer, params IReadOnlyList<IMagic> magics)
    {
        this.folder = Path.GetFullPath(folder);
        scripts = new ScriptEngine(this.folder);
        packages = new SessionPackages(this.folder, restorer);
        this.magics = new MagicTable([.. StandardMagics.Create(packages), .. magics]);
        languages = new LanguageServices(scripts, this.magics, packages);
        Environment.CurrentDirectory = this.folder;
    }

    /// <summary>Lets later cells find packages in that source too, as <c>#i</c> does.</summary>
    public void AddPackageSource(string source) => packages.AddSource(source);

    /// <summary>Runs a cell. Its outputs, an error among them, go to the observer before the task ends.</summary>
    public Task<CellOutcome> RunAsync(CellSource cell, ICellObserver observer, CancellationToken cancellationToken) =>
        RunAsync(cell, observer, input: null, cancellationToken);

    /// <summary>Runs a cell that can ask the person in front of the notebook, unless <paramref name="input"/> is null.</summary>
    public async Task<CellOutcome> RunAsync(CellSource cell, ICellObserver observer, ICellInput? input, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var outputs = new CellOutputs(observer);
            ActiveCell.Outputs = outputs;
            ActiveCell.Input = input;
            var directives = new CellDirectives(folder, scripts, packages, outputs, observer);
            var interruption = InterruptionOf(cancellationToken, out var registration);
            using (registration) return await new CellRun(scripts, directives, magics, outputs).RunAsync(cell, interruption).ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return CellOutcome.Cancelled;
        }
        finally
        {
            ActiveCell.Outputs = null;
            ActiveCell.Input = null;
            oneAtATime.Release();
        }
    }

    /// <inheritdoc cref="LanguageServices.CompleteAsync"/>
    public Task<Completion> CompleteAsync(string code, int cursor, CancellationToken cancellationToken) =>
        languages.CompleteAsync(code, cursor, cancellationToken);

    /// <inheritdoc cref="LanguageServices.InspectAsync"/>
    public Task<Inspection?> InspectAsync(string code, int cursor, CancellationToken cancellationToken) =>
        languages.InspectAsync(code, cursor, cancellationToken);

    /// <inheritdoc cref="LanguageServices.IsComplete"/>
    public CodeCompleteness IsComplete(string code) => languages.IsComplete(code);

    /// <inheritdoc cref="LanguageServices.WarmUpAsync"/>
    public Task WarmUpAsync(CancellationToken cancellationToken) => languages.WarmUpAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        console.Dispose();
        languages.Dispose();
        scripts.Dispose();
        oneAtATime.Dispose();
        Environment.CurrentDirectory = originalDirectory;
    }

    // The cell's own token, never disposed: what the cell left running may look at it long after the caller's source is gone.
    private static CancellationToken InterruptionOf(CancellationToken cancellationToken, out CancellationTokenRegistration registration)
    {
        var source = new CancellationTokenSource();
        registration = cancellationToken.Register(source.Cancel);
        return source.Token;
    }
}
