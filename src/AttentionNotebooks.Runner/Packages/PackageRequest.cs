using System.Text.RegularExpressions;
using NuGet.Versioning;

namespace AttentionNotebooks.Runner.Packages;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">A version, range or floating version as NuGet writes it; null for the newest stable one.</param>
internal sealed partial record PackageRequest(string Id, string? Version)
{
    /// <summary>Whether the answer may change without the request changing.</summary>
    public bool IsFloating => Version is null || Version.Contains('*');

    /// <summary>Whether a package of that version, already loaded, is what is asked for.</summary>
    public bool Accepts(string loaded)
    {
        if (Version is null) return true;
        var version = NuGetVersion.Parse(loaded);
        return NuGetVersion.TryParse(Version, out var exact) ? version == exact : VersionRange.Parse(Version).Satisfies(version);
    }

    /// <summary>Reads <c>Id</c> or <c>Id, Version</c>.</summary>
    /// <exception cref="PackageException">It is neither.</exception>
    public static PackageRequest Parse(string text)
    {
        var parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        if (!IdPattern().IsMatch(parts[0])) throw new PackageException($"'{parts[0]}' is not a package id.");
        if (parts.Length == 1) return new PackageRequest(parts[0], null);
        if (!VersionRange.TryParse(parts[1], out _)) throw new PackageException($"'{parts[1]}' is not a version of package {parts[0]}.");
        return new PackageRequest(parts[0], parts[1]);
    }

    /// <inheritdoc/>
    public override string ToString() => Version is null ? Id : $"{Id}, {Version}";

    [GeneratedRegex(@"^\w[\w.-]*$")]
    private static partial Regex IdPattern();
}
