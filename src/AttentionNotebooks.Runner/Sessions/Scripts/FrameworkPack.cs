namespace AttentionNotebooks.Runner.Sessions.Scripts;

/// <summary>The SDK's reference pack of the running framework, which holds the documentation that the runtime's own folder lacks.</summary>
internal static class FrameworkPack
{
    /// <summary>Where the framework's assemblies are.</summary>
    public static string RuntimeFolder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static string? ReferenceFolder { get; } = Find();

    /// <summary>
    /// The files that may document a member, likeliest first. They are named after reference assemblies, which the types of
    /// System.Private.CoreLib do not tell; the namespace mostly does.
    /// </summary>
    /// <param name="assembly">The simple name of the member's assembly.</param>
    /// <param name="memberId">Its documentation id, such as <c>T:System.String</c>.</param>
    public static IEnumerable<string> DocumentationFor(string assembly, string memberId) =>
        ReferenceFolder is null
            ? []
            : Prefixes(memberId).Prepend(assembly).Append("System.Runtime").Append("System.Memory")
                .Distinct()
                .Select(name => Path.Combine(ReferenceFolder, name + ".xml"));

    private static IEnumerable<string> Prefixes(string memberId)
    {
        var name = memberId[(memberId.IndexOf(':') + 1)..].Split('(', '`')[0];
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1)) yield return name[..dot];
    }

    // <root>/shared/Microsoft.NETCore.App/10.0.1 stands beside <root>/packs/Microsoft.NETCore.App.Ref/10.0.1/ref/net10.0.
    private static string? Find()
    {
        var packs = new DirectoryInfo(Path.Combine(RuntimeFolder, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!packs.Exists) return null;
        var version = Environment.Version;
        return packs.EnumerateDirectories($"{version.Major}.{version.Minor}.*")
            .Select(pack => Path.Combine(pack.FullName, "ref", $"net{version.Major}.{version.Minor}"))
            .LastOrDefault(Directory.Exists);
    }
}
