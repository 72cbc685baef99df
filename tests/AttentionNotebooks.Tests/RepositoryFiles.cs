using System.Runtime.CompilerServices;

namespace AttentionNotebooks.Tests;

/// <summary>Files of the repository that tests read.</summary>
internal static class RepositoryFiles
{
    internal static string Root { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    internal static string Readme { get; } = File.ReadAllText(Path.Combine(Root, "README.md"));

    internal static string Package { get; } = Assert.Single(Directory.GetFiles(Path.Combine(Root, "artifacts", "packages"), "AttentionNotebooks.*.nupkg"));

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
