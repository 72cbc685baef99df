using System.Net;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Packages;
using AttentionNotebooks.Runner.Sessions.Directives;
using AttentionNotebooks.Runner.Sessions.Scripts;
using AttentionNotebooks.Runner.Sessions.Streams;

namespace AttentionNotebooks.Runner.Sessions;

/// <summary>Carries out <c>#r</c> and <c>#i</c> of one cell.</summary>
internal sealed class CellDirectives(
    string folder, ScriptEngine scripts, SessionPackages packages, CellOutputs outputs, ICellObserver observer)
{
    /// <summary>Carries out the directives and gives the packages that they added, each after its dependencies.</summary>
    /// <exception cref="CellException">One of them failed.</exception>
    public async Task<IReadOnlyList<RestoredPackage>> RunAsync(IReadOnlyList<Directive> directives, CancellationToken cancellationToken)
    {
        List<(PackageRequest Request, int Line)> requests = [];
        foreach (var directive in directives)
        {
            if (directive.Name == "#r") AddReference(directive, requests);
            else AddSource(directive);
        }

        // All packages of a cell at once, so that their versions agree.
        return requests.Count == 0 ? [] : await RestoreAsync(requests, cancellationToken).ConfigureAwait(false);
    }

    private void AddReference(Directive directive, List<(PackageRequest Request, int Line)> requests)
    {
        var argument = ReferenceArgument.Parse(directive);
        if (!argument.IsNuGet)
        {
            AddAssembly(argument.Text, directive.Line);
            return;
        }

        AtLine(directive.Line, () =>
        {
            var request = PackageRequest.Parse(argument.Text);
            if (!packages.Has(request)) requests.Add((request, directive.Line));
        });
    }

    private void AddAssembly(string path, int line)
    {
        var full = Path.GetFullPath(Path.Combine(folder, path));
        if (File.Exists(full)) scripts.AddAssemblies([full], [full]);
        else if (HostAssemblies.Find(Path.GetFileNameWithoutExtension(path)) is { } host) scripts.AddAssemblies([host], [host]);
        else throw new CellException("AssemblyNotFound", $"The assembly '{path}' was not found in the notebook's folder.", line);
    }

    private void AddSource(Directive directive)
    {
        var argument = ReferenceArgument.Parse(directive);
        if (!argument.IsNuGet)
            throw new CellException("InvalidDirective", "A package source is written #i \"nuget: address or folder\".", directive.Line);
        packages.AddSource(argument.Text);
    }

    private async Task<IReadOnlyList<RestoredPackage>> RestoreAsync(
        List<(PackageRequest Request, int Line)> requests, CancellationToken cancellationToken)
    {
        observer.RestoreStarted([.. requests.Select(request => request.Request.ToString())]);
        try
        {
            var added = await packages.AddAsync([.. requests.Select(request => request.Request)], cancellationToken).ConfigureAwait(false);
            scripts.AddPackages(added);
            Show([.. requests.Select(request => $"{request.Request.Id}, {packages.VersionOf(request.Request.Id)}")]);
            return added;
        }
        catch (PackageException exception)
        {
            throw RestoreError(exception, requests[0].Line);
        }
        finally
        {
            observer.RestoreEnded();
        }
    }

    private void Show(IReadOnlyList<string> installed)
    {
        var items = string.Concat(installed.Select(package => $"<li>{WebUtility.HtmlEncode(package)}</li>"));
        outputs.Emit(new DisplayOutput(new Dictionary<string, string>
        {
            ["text/html"] = $"<div><strong>Installed Packages</strong><ul>{items}</ul></div>",
            ["text/plain"] = $"Installed Packages: {string.Join("; ", installed)}",
        }));
    }

    private static void AtLine(int line, Action action)
    {
        try
        {
            action();
        }
        catch (PackageException exception)
        {
            throw RestoreError(exception, line);
        }
    }

    private static CellException RestoreError(PackageException exception, int line) => new("PackageError", exception.Message, line);
}
