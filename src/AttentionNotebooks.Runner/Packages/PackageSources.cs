using NuGet.Configuration;

namespace AttentionNotebooks.Runner.Packages;

/// <summary>Where packages come from, for a notebook in a given folder: the NuGet.config files from there upward, the user's, and <c>#i</c>.</summary>
internal sealed record PackageSources(
    string Folder,
    IReadOnlyList<string> ConfigFiles,
    IReadOnlyList<string> Configured,
    IReadOnlyList<string> Additional,
    string GlobalPackagesFolder)
{
    /// <summary>The sources that are folders of this machine.</summary>
    public IEnumerable<string> LocalFolders => Configured.Concat(Additional).Where(IsLocal).Select(Path.GetFullPath).Distinct();

    /// <summary>Whether any source is somewhere else.</summary>
    public bool HasRemote => !Configured.Concat(Additional).All(IsLocal);

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="PackageException">A NuGet.config file is broken.</exception>
    public static PackageSources Read(string folder, IReadOnlyList<string> additional)
    {
        try
        {
            var settings = Settings.LoadDefaultSettings(folder);
            return new PackageSources(
                folder,
                [.. settings.GetConfigFilePaths()],
                [.. SettingsUtility.GetEnabledSources(settings).Select(source => source.Source)],
                additional,
                SettingsUtility.GetGlobalPackagesFolder(settings));
        }
        catch (NuGetConfigurationException exception)
        {
            throw new PackageException(exception.Message, exception);
        }
    }

    private static bool IsLocal(string source) => new PackageSource(source).IsLocal;
}
