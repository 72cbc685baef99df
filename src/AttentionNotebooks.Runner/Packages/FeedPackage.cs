using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using NuGet.Versioning;

namespace AttentionNotebooks.Runner.Packages;

/// <summary>A package file in a local folder feed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">SHA-512 of the file, in Base64, as NuGet notes it beside an extracted package.</param>
internal sealed partial record FeedPackage(string Id, NuGetVersion Version, string Hash)
{
    /// <summary>Reads the packages of a folder feed, flat or in NuGet's hierarchy; a missing folder is empty.</summary>
    public static IEnumerable<FeedPackage> ReadFolder(string folder) =>
        Files(folder).Order(StringComparer.Ordinal).Select(TryRead).OfType<FeedPackage>();

    /// <summary>The ids of the packages of a folder feed, by the names of their files alone.</summary>
    public static IEnumerable<string> ReadIds(string folder) =>
        Files(folder)
            .Select(path => FileName().Match(Path.GetFileName(path)))
            .Where(name => name.Success)
            .Select(name => name.Groups["id"].Value);

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.nupkg", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith(".symbols.nupkg", StringComparison.OrdinalIgnoreCase))
            : [];

    private static bool IsManifest(ZipArchiveEntry entry) =>
        entry.FullName == entry.Name && entry.Name.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase);

    private static FeedPackage? TryRead(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var hash = Convert.ToBase64String(SHA512.HashData(file));
            file.Position = 0;
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            using var nuspec = archive.Entries.First(IsManifest).Open();
            var metadata = XDocument.Load(nuspec).Root!.Elements().First(element => element.Name.LocalName == "metadata");
            string Read(string name) => metadata.Elements().First(element => element.Name.LocalName == name).Value.Trim();
            return new FeedPackage(Read("id"), NuGetVersion.Parse(Read("version")), hash);
        }
        catch (Exception exception) when (exception
            is IOException or InvalidDataException or InvalidOperationException or ArgumentException or XmlException)
        {
            // Not a package, or not whole yet: NuGet itself will say so if it is needed.
            return null;
        }
    }

    // Id.1.2.3-rc.1.nupkg: the version begins with the first part that is a number.
    [GeneratedRegex(@"^(?<id>.+?)\.\d[^/]*\.nupkg$", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}
