using System.Text.Json.Serialization;

namespace AttentionNotebooks.Runner.Packages;

/// <summary>A package on this disk. All paths are absolute.</summary>
internal sealed record RestoredPackage(
    string Id,
    string Version,
    string Folder,
    IReadOnlyList<string> CompileAssemblies,
    IReadOnlyList<string> RuntimeAssemblies,
    IReadOnlyList<string> NativeLibraries)
{
    /// <summary>The script that a package may hold for a notebook's session to run; it need not exist.</summary>
    [JsonIgnore]
    public string ExtensionScript => Path.Combine(Folder, "interactive-extensions", "dotnet", "extension.dib");

    /// <summary>Whether everything it names is still there.</summary>
    [JsonIgnore]
    public bool IsComplete => Directory.Exists(Folder) && CompileAssemblies.Concat(RuntimeAssemblies).Concat(NativeLibraries).All(File.Exists);

    /// <summary>The same package in another folder.</summary>
    public RestoredPackage MovedTo(string folder)
    {
        string[] Move(IReadOnlyList<string> paths) => [.. paths.Select(path => Path.Combine(folder, Path.GetRelativePath(Folder, path)))];
        return this with
        {
            Folder = folder,
            CompileAssemblies = Move(CompileAssemblies),
            RuntimeAssemblies = Move(RuntimeAssemblies),
            NativeLibraries = Move(NativeLibraries),
        };
    }
}
