using System.Text.Json;

namespace AttentionNotebooks.Runner.Packages;

/// <summary>Reads what a restore resolved, for this system, from <c>project.assets.json</c>.</summary>
internal static class AssetsFile
{
    /// <summary>The packages, each after those that it depends on.</summary>
    public static IReadOnlyList<RestoredPackage> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        var target = root.GetProperty("targets").EnumerateObject()
            .Single(property => property.Name.EndsWith("/" + RestoreProject.RuntimeIdentifier, StringComparison.Ordinal)).Value;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = root.GetProperty("libraries");
        return [.. InDependencyOrder(target)
            .Where(entry => entry.Value.GetProperty("type").GetString() == "package")
            .Select(entry => ReadPackage(entry, FindFolder(folders, libraries.GetProperty(entry.Name))))];
    }

    private static RestoredPackage ReadPackage(JsonProperty entry, string folder)
    {
        var slash = entry.Name.IndexOf('/');
        return new RestoredPackage(
            entry.Name[..slash],
            entry.Name[(slash + 1)..],
            folder,
            ReadFiles(entry.Value, "compile", folder),
            ReadFiles(entry.Value, "runtime", folder),
            ReadFiles(entry.Value, "native", folder));
    }

    private static string[] ReadFiles(JsonElement library, string kind, string folder) =>
        library.TryGetProperty(kind, out var files)
            ? [.. files.EnumerateObject()
                .Select(file => file.Name)
                .Where(file => !file.EndsWith("/_._", StringComparison.Ordinal)) // NuGet's mark for "none, on purpose".
                .Select(file => Path.GetFullPath(Path.Combine(folder, file)))]
            : [];

    private static string FindFolder(IReadOnlyList<string> folders, JsonElement library)
    {
        var path = library.GetProperty("path").GetString()!;
        var candidates = folders.Select(folder => Path.Combine(folder, path)).ToList();
        return candidates.FirstOrDefault(Directory.Exists) ?? candidates[0];
    }

    private static List<JsonProperty> InDependencyOrder(JsonElement target)
    {
        var byId = target.EnumerateObject().ToDictionary(entry => entry.Name[..entry.Name.IndexOf('/')], StringComparer.OrdinalIgnoreCase);
        HashSet<string> visited = new(StringComparer.OrdinalIgnoreCase);
        List<JsonProperty> ordered = [];
        foreach (var id in byId.Keys) Visit(id);
        return ordered;

        void Visit(string id)
        {
            if (!byId.TryGetValue(id, out var entry) || !visited.Add(id)) return;
            if (entry.Value.TryGetProperty("dependencies", out var dependencies))
                foreach (var dependency in dependencies.EnumerateObject()) Visit(dependency.Name);
            ordered.Add(entry);
        }
    }
}
