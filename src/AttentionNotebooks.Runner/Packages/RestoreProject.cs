using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace AttentionNotebooks.Runner.Packages;

/// <summary>The project that the SDK restores for a session: nothing but package references.</summary>
internal static class RestoreProject
{
    /// <summary>The framework of this process.</summary>
    public static string Framework { get; } = $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    /// <summary>The portable identifier of this system, such as <c>linux-x64</c>; packages hold native libraries under it.</summary>
    public static string RuntimeIdentifier { get; } = FindRuntimeIdentifier();

    /// <summary>Makes the project's text.</summary>
    /// <param name="requests">The packages.</param>
    /// <param name="sources">Where they come from.</param>
    /// <param name="onlySources">If given, they come from these sources alone.</param>
    public static string Write(IEnumerable<PackageRequest> requests, PackageSources sources, IReadOnlyList<string>? onlySources)
    {
        var project = new XElement(
            "Project",
            // Before the SDK's props: nothing that lies above the cache folder may change what is restored.
            new XElement(
                "PropertyGroup",
                new XElement("ImportDirectoryBuildProps", false),
                new XElement("ImportDirectoryBuildTargets", false),
                new XElement("ImportDirectoryPackagesProps", false)),
            new XElement("Import", new XAttribute("Sdk", "Microsoft.NET.Sdk"), new XAttribute("Project", "Sdk.props")),
            new XElement(
                "PropertyGroup",
                new XElement("TargetFramework", Framework),
                new XElement("RuntimeIdentifier", RuntimeIdentifier),
                new XElement("SelfContained", false),
                new XElement("UseAppHost", false),
                new XElement("NuGetAudit", false),
                new XElement("RestoreRootConfigDirectory", Escape(sources.Folder)),
                SourcesElement("RestoreAdditionalProjectSources", onlySources is null ? sources.Additional : []),
                SourcesElement("RestoreSources", onlySources ?? [])),
            new XElement("ItemGroup", requests.Select(Reference)),
            new XElement("Import", new XAttribute("Sdk", "Microsoft.NET.Sdk"), new XAttribute("Project", "Sdk.targets")));
        return project.ToString();
    }

    private static XElement Reference(PackageRequest request) =>
        new("PackageReference", new XAttribute("Include", request.Id), new XAttribute("Version", request.Version ?? "*"));

    private static XElement? SourcesElement(string name, IReadOnlyList<string> sources) =>
        sources.Count == 0 ? null : new XElement(name, string.Join(';', sources.Select(Escape)));

    // What MSBuild would read as a list, a property or an escape.
    private static string Escape(string path) => path.Replace("%", "%25").Replace(";", "%3B").Replace("$", "%24").Replace("@", "%40");

    private static string FindRuntimeIdentifier()
    {
        // The process's own identifier may be a distribution's (debian.12-x64), under which packages hold nothing.
        var own = RuntimeInformation.RuntimeIdentifier;
        var usesMusl = own.Contains("musl") || own.StartsWith("alpine", StringComparison.Ordinal);
        var system = OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : usesMusl ? "linux-musl"
            : "linux";
#pragma warning disable CA1308 // Runtime identifiers are lower case.
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
#pragma warning restore CA1308
    }
}
