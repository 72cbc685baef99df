namespace AttentionNotebooks.Runner.Packages;

/// <summary>A restore by the .NET SDK, in a folder that is thrown away afterwards.</summary>
internal sealed class SdkRestore(string workFolder)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Restores the packages together; without a network, from what this machine already has.</summary>
    /// <exception cref="PackageException">NuGet refused; the message is NuGet's own.</exception>
    public async Task<IReadOnlyList<RestoredPackage>> RunAsync(
        IReadOnlyList<PackageRequest> requests, PackageSources sources, CancellationToken cancellationToken)
    {
        var (packages, errors) = await TryAsync(RestoreProject.Write(requests, sources, null), cancellationToken).ConfigureAwait(false);
        if (packages is null && IsSourceUnreachable(errors))
        {
            // The packages folder is itself laid out as a feed, so that even "the newest" has an answer offline.
            string[] offline = [.. sources.LocalFolders.Where(Directory.Exists), sources.GlobalPackagesFolder];
            (packages, _) = await TryAsync(RestoreProject.Write(requests, sources, offline), cancellationToken).ConfigureAwait(false);
        }

        return packages ?? throw new PackageException(string.Join("\n", errors));
    }

    private async Task<(IReadOnlyList<RestoredPackage>? Packages, IReadOnlyList<string> Errors)> TryAsync(
        string project, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(workFolder, Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(folder);
        try
        {
            var file = Path.Combine(folder, "session.csproj");
            await File.WriteAllTextAsync(file, project, cancellationToken).ConfigureAwait(false);
            var (exitCode, lines) = await RunSdkAsync(file, folder, cancellationToken).ConfigureAwait(false);
            if (exitCode != 0) return (null, FindErrors(lines));
            return (AssetsFile.Read(Path.Combine(folder, "obj", "project.assets.json")), []);
        }
        finally
        {
            TryDelete(folder);
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A process that was just killed may still hold it. It is rubbish, and the next one has a folder of its own.
        }
    }

    private static async Task<(int ExitCode, IReadOnlyList<string> Lines)> RunSdkAsync(
        string project, string folder, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Limit);
        try
        {
            return await DotNetCli.RunAsync(["restore", project, "-nologo", "-v", "quiet"], folder, limited.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PackageException($"The restore was stopped after {Limit.TotalMinutes} minutes.");
        }
    }

    // "/path/session.csproj : error NU1101: …" → "NU1101: …"; the path means nothing to a reader.
    private static IReadOnlyList<string> FindErrors(IReadOnlyList<string> lines)
    {
        const string Mark = "error ";
        var errors = lines
            .Where(line => line.Contains(Mark, StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..])
            .Distinct()
            .ToList();
        return errors.Count > 0 ? errors : lines;
    }

    private static bool IsSourceUnreachable(IReadOnlyList<string> errors) =>
        errors.Any(error => error.StartsWith("NU1301", StringComparison.Ordinal));
}
