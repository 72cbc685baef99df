namespace AttentionNotebooks.Runner.Packages;

/// <summary>
/// Copies of packages from local feeds, kept by content. Two notebooks on one machine may use different builds of one version at the same
/// time; NuGet's packages folder has room for one, this folder for each.
/// </summary>
internal sealed class FeedContents(string folder)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Gives the package in a folder that only ever holds this content.</summary>
    public RestoredPackage Keep(RestoredPackage package, FeedPackage source)
    {
        var name = Convert.ToHexStringLower(Convert.FromBase64String(source.Hash))[..32];
        var kept = Path.Combine(folder, package.Id, package.Version, name);
        if (!Directory.Exists(kept))
        {
            Copy(package.Folder, kept);
            RemoveOldBuilds(Path.GetDirectoryName(kept)!);
        }

        return package.MovedTo(kept);
    }

    // Each build of a package leaves a copy here; old ones are not asked for any more.
    private static void RemoveOldBuilds(string builds)
    {
        foreach (var build in new DirectoryInfo(builds).EnumerateDirectories())
        {
            if (DateTime.UtcNow - build.LastWriteTimeUtc > Lifetime) build.Delete(recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        var unfinished = $"{to}.{Guid.NewGuid():n}";
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            if (file.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase)) continue;
            var copy = Path.Combine(unfinished, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Directory.Move(unfinished, to);
    }
}
