using NuGet.Versioning;

namespace AttentionNotebooks.Runner.Packages;

/// <summary>Restores packages for a notebook: from the cache where nothing has changed, else by the SDK.</summary>
/// <param name="cacheFolder">Where results are kept; shared by all processes of a user.</param>
internal sealed class PackageRestorer(string cacheFolder)
{
    private readonly RestoreCache cache = new(Path.Combine(cacheFolder, "restores"));
    private readonly FeedContents contents = new(Path.Combine(cacheFolder, "packages"));
    private readonly SdkRestore sdk = new(Path.Combine(cacheFolder, "work"));

    /// <summary>Restores the packages together, so that their versions agree; each comes after those it depends on.</summary>
    /// <exception cref="PackageException">They could not be had.</exception>
    public async Task<IReadOnlyList<RestoredPackage>> RestoreAsync(
        IReadOnlyList<PackageRequest> requests, PackageSources sources, CancellationToken cancellationToken)
    {
        var feed = ReadFeeds(sources);
        var pinned = requests.Select(request => PreferLocal(request, feed)).ToList();
        var key = RestoreKey.Compute(pinned, sources, feed);
        var mayBeOutdated = sources.HasRemote && pinned.Exists(request => request.IsFloating);
        if (cache.Find(key, mayBeOutdated) is { } known) return known;

        using (await FileLock.AcquireAsync(Path.Combine(cacheFolder, "restore.lock"), cancellationToken).ConfigureAwait(false))
        {
            // Another process may have done it while we waited.
            return cache.Find(key, mayBeOutdated)
                ?? await RestoreUnderLockAsync(key, pinned, sources, feed, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<RestoredPackage>> RestoreUnderLockAsync(
        string key, List<PackageRequest> requests, PackageSources sources, List<FeedPackage> feed, CancellationToken cancellationToken)
    {
        var global = new GlobalPackages(sources.GlobalPackagesFolder);
        global.EvictStale(feed);
        try
        {
            var packages = await sdk.RunAsync(requests, sources, cancellationToken).ConfigureAwait(false);
            var kept = packages.Select(package => Keep(package, feed, global)).ToList();
            cache.Store(key, kept);
            return kept;
        }
        catch (PackageException) when (cache.Find(key, mayBeOutdated: false) is not null)
        {
            // The newest version cannot be asked for now; the one of last time is still here.
            return cache.Find(key, mayBeOutdated: false)!;
        }
    }

    private RestoredPackage Keep(RestoredPackage package, List<FeedPackage> feed, GlobalPackages global)
    {
        var version = NuGetVersion.Parse(package.Version);
        var source = feed.Find(candidate => Matches(candidate, package.Id) && candidate.Version == version);
        return source is not null && global.Holds(source) ? contents.Keep(package, source) : package;
    }

    // A feed on this machine is there on purpose: its newest stable package is meant, whatever the rest of the world has.
    private static PackageRequest PreferLocal(PackageRequest request, List<FeedPackage> feed)
    {
        if (request.Version is not null) return request;
        var newest = feed
            .Where(package => Matches(package, request.Id) && !package.Version.IsPrerelease)
            .MaxBy(package => package.Version);
        return newest is null ? request : request with { Version = newest.Version.ToNormalizedString() };
    }

    private static List<FeedPackage> ReadFeeds(PackageSources sources) =>
        [.. sources.LocalFolders.SelectMany(FeedPackage.ReadFolder).DistinctBy(package => (package.Id.ToUpperInvariant(), package.Version))];

    private static bool Matches(FeedPackage package, string id) => package.Id.Equals(id, StringComparison.OrdinalIgnoreCase);
}
