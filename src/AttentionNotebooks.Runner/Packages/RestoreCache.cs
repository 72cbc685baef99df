using System.Text.Json;
using AttentionNotebooks.Runner.Files;

namespace AttentionNotebooks.Runner.Packages;

/// <summary>Results of restores, one file each.</summary>
internal sealed class RestoreCache(string folder)
{
    private static readonly TimeSpan FloatingLifetime = TimeSpan.FromDays(1);

    /// <summary>Finds a result whose files are all still there.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="mayBeOutdated">Whether the newest version may have changed since: an older result then does not count.</param>
    public IReadOnlyList<RestoredPackage>? Find(string key, bool mayBeOutdated)
    {
        var file = new FileInfo(PathOf(key));
        if (!file.Exists || (mayBeOutdated && DateTime.UtcNow - file.LastWriteTimeUtc > FloatingLifetime)) return null;
        try
        {
            var packages = JsonSerializer.Deserialize<List<RestoredPackage>>(File.ReadAllBytes(file.FullName));
            return packages is not null && packages.TrueForAll(package => package.IsComplete) ? packages : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>Keeps a result.</summary>
    public void Store(string key, IReadOnlyList<RestoredPackage> packages) =>
        AtomicFile.WriteAllText(PathOf(key), JsonSerializer.Serialize(packages));

    private string PathOf(string key) => Path.Combine(folder, key + ".json");
}
