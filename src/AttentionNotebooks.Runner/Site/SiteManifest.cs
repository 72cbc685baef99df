using AttentionNotebooks.Runner.Files;

namespace AttentionNotebooks.Runner.Site;

/// <summary>The list of files that the site wrote into its folder: only these may ever be deleted.</summary>
internal sealed class SiteManifest(string folder)
{
    /// <summary>The list's own file.</summary>
    internal const string FileName = ".site-files";

    private string ListPath => Path.Combine(folder, FileName);

    /// <summary>The files, as paths within the site; empty before the first run.</summary>
    internal IReadOnlySet<string> Read() =>
        File.Exists(ListPath) ? File.ReadAllLines(ListPath).Where(IsInside).ToHashSet() : [];

    /// <summary>Replaces the list.</summary>
    internal void Write(IEnumerable<string> files) =>
        AtomicFile.WriteAllText(ListPath, string.Concat(files.Order(StringComparer.Ordinal).Select(file => $"{file}\n")));

    /// <summary>Deletes a file of the list, and its folder if that leaves it empty.</summary>
    internal void Delete(string file)
    {
        string path = Path.GetFullPath(Path.Combine(folder, file));
        string parent = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(parent))
        {
            return;
        }

        File.Delete(path);
        if (parent != Path.GetFullPath(folder) && !Directory.EnumerateFileSystemEntries(parent).Any())
        {
            Directory.Delete(parent);
        }
    }

    // The list lies where anyone may edit it; a path that leads out of the site is none of ours.
    private bool IsInside(string file)
    {
        string root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        return file.Length > 0 && Path.GetFullPath(Path.Combine(root, file)).StartsWith(root, StringComparison.Ordinal);
    }
}
