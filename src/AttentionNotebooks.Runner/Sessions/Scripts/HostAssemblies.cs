using Microsoft.CodeAnalysis;

namespace AttentionNotebooks.Runner.Sessions.Scripts;

/// <summary>
/// The assemblies that this process brings: the framework and the Runner's own. Where a package holds one of the same name, the host's
/// is used, so that both sides mean the same types.
/// </summary>
internal static class HostAssemblies
{
    private static readonly Dictionary<string, string> PathsByName = FindTrustedPlatformAssemblies();

    /// <summary>What every cell may use without a directive: the framework, the formatters and the Runner's public helpers.</summary>
    public static IReadOnlyList<PortableExecutableReference> DefaultReferences { get; } = FindDefaultReferences();

    /// <summary>The path of the host's assembly of that simple name; null if it has none.</summary>
    public static string? Find(string simpleName) => PathsByName.GetValueOrDefault(simpleName);

    private static Dictionary<string, string> FindTrustedPlatformAssemblies()
    {
        var list = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        var paths = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        return paths;
    }

    private static List<PortableExecutableReference> FindDefaultReferences()
    {
        string[] ours = ["Microsoft.DotNet.Interactive.Formatting", "Microsoft.AspNetCore.Html.Abstractions", "attention-notebooks"];
        return [.. PathsByName
            .Where(entry => Path.GetDirectoryName(entry.Value) == FrameworkPack.RuntimeFolder || ours.Contains(entry.Key))
            .Select(entry => AssemblyReference.Create(entry.Value))];
    }
}
