using System.Collections.Immutable;
using AttentionNotebooks.Runner.Packages;

namespace AttentionNotebooks.Runner.Sessions;

/// <summary>The packages of one session: what was asked for, and what has been loaded and can no longer change.</summary>
internal sealed class SessionPackages(string folder, PackageRestorer restorer)
{
    private volatile ImmutableList<string> additionalSources = [];
    private readonly Dictionary<string, PackageRequest> requests = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> loadedVersions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a source, as <c>#i</c> does: an address, or a folder relative to the notebook.</summary>
    public void AddSource(string source)
    {
        var isAddress = Uri.TryCreate(source, UriKind.Absolute, out var uri) && !uri.IsFile;
        additionalSources = additionalSources.Add(isAddress ? source : Path.GetFullPath(Path.Combine(folder, source)));
    }

    /// <summary>Whether the session already has what is asked for, so that there is nothing to restore.</summary>
    /// <exception cref="PackageException">It has another version.</exception>
    public bool Has(PackageRequest request)
    {
        if (!loadedVersions.TryGetValue(request.Id, out var loaded)) return false;
        if (requests.GetValueOrDefault(request.Id) == request || request.Accepts(loaded)) return true;
        throw OtherVersion(request.Id, loaded, request.Version!);
    }

    /// <summary>Restores the packages together with those of before, and gives the ones that are new, each after its dependencies.</summary>
    /// <exception cref="PackageException">They could not be had, or one is loaded in another version.</exception>
    public async Task<IReadOnlyList<RestoredPackage>> AddAsync(IReadOnlyList<PackageRequest> added, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, PackageRequest>(requests, StringComparer.OrdinalIgnoreCase);
        foreach (var request in added)
        {
            if (!all.TryAdd(request.Id, request) && all[request.Id] != request)
                throw new PackageException($"{request.Id} is asked for twice, as '{all[request.Id]}' and as '{request}'.");
        }

        var restored = await restorer.RestoreAsync([.. all.Values.Select(Pin)], Sources, cancellationToken).ConfigureAwait(false);
        foreach (var package in restored)
        {
            if (loadedVersions.TryGetValue(package.Id, out var loaded) && loaded != package.Version)
                throw OtherVersion(package.Id, loaded, package.Version);
        }

        var fresh = restored.Where(package => loadedVersions.TryAdd(package.Id, package.Version)).ToList();
        foreach (var (id, request) in all) requests[id] = request;
        return fresh;
    }

    /// <summary>Where packages come from at present. Safe to read while a cell runs.</summary>
    /// <exception cref="PackageException">A NuGet.config file is broken.</exception>
    public PackageSources Sources => PackageSources.Read(folder, additionalSources);

    /// <summary>The version of a package that the session has; null if it has none.</summary>
    public string? FindVersion(string id) => loadedVersions.GetValueOrDefault(id);

    /// <summary>The version of a package that the session has.</summary>
    public string VersionOf(string id) => loadedVersions[id];

    private PackageRequest Pin(PackageRequest request) =>
        loadedVersions.TryGetValue(request.Id, out var loaded) ? request with { Version = $"[{loaded}]" } : request;

    private static PackageException OtherVersion(string id, string loaded, string asked) =>
        new($"{id} {loaded} is already loaded in this session; {asked} cannot be loaded beside it. Restart to change the version.");
}
