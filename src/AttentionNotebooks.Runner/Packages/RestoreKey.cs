using System.Security.Cryptography;
using System.Text;

namespace AttentionNotebooks.Runner.Packages;

/// <summary>The name of a restore's result: equal for restores that must give the same.</summary>
internal static class RestoreKey
{
    // Raised when what is stored under a key changes its form.
    private const string Format = "1";

    /// <summary>Computes the key from the requests, the sources and the content of every local feed.</summary>
    public static string Compute(IEnumerable<PackageRequest> requests, PackageSources sources, IEnumerable<FeedPackage> feed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));

        Add(Format);
        Add(RestoreProject.Framework);
        Add(RestoreProject.RuntimeIdentifier);
        Add(sources.GlobalPackagesFolder);
        foreach (var request in requests.Select(request => request.ToString()).Order(StringComparer.OrdinalIgnoreCase)) Add(request);
        foreach (var source in sources.Configured.Concat(sources.Additional)) Add(source);
        foreach (var config in sources.ConfigFiles) hash.AppendData(File.ReadAllBytes(config));
        foreach (var package in feed) Add($"{package.Id} {package.Version} {package.Hash}");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
