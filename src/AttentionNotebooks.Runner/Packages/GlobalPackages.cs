namespace AttentionNotebooks.Runner.Packages;

/// <summary>NuGet's folder of extracted packages, seen beside the local feeds from which some of them came.</summary>
internal sealed class GlobalPackages(string folder)
{
    /// <summary>
    /// Removes extracted copies that differ from the feed's package of the same version. NuGet takes a version for immutable and would serve
    /// the old content of a package that was packed again.
    /// </summary>
    /// <exception cref="PackageException">A stale copy is in use and cannot be removed.</exception>
    public void EvictStale(IEnumerable<FeedPackage> feed)
    {
        foreach (var package in feed)
        {
            if (ExtractedHash(package) is { } hash && hash != package.Hash) Remove(package);
        }
    }

    /// <summary>Whether the extracted copy of this package is the feed's present content.</summary>
    public bool Holds(FeedPackage package) => ExtractedHash(package) == package.Hash;

    private string FolderOf(FeedPackage package) => Path.Combine(folder, Lower(package.Id), Lower(package.Version.ToNormalizedString()));

    private string? ExtractedHash(FeedPackage package)
    {
        var file = Path.Combine(FolderOf(package), $"{Lower(package.Id)}.{Lower(package.Version.ToNormalizedString())}.nupkg.sha512");
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    private void Remove(FeedPackage package)
    {
        var extracted = FolderOf(package);
        // First out of the way in one step, so that nobody meets half a package.
        var aside = Path.Combine(folder, $".{Lower(package.Id)}-{Guid.NewGuid():n}");
        try
        {
            Directory.Move(extracted, aside);
            Directory.Delete(aside, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PackageException(
                $"{package.Id} {package.Version} was packed again, but its old content in the packages folder is in use: {exception.Message}", exception);
        }
    }

    // NuGet's folder names are lower case.
#pragma warning disable CA1308
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
