namespace AttentionNotebooks.Runner.Commands;

/// <summary>Finds the notebooks that a command line names.</summary>
internal static class NotebookSearch
{
    /// <summary>Gives the notebooks' full paths: files as they were named, those of a folder by name.</summary>
    /// <exception cref="CommandException">A path names none, or two notebooks would write the same copy.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var found = paths.SelectMany(Expand).Distinct().ToList();
        if (found.GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } clash)
            throw new CommandException($"Two notebooks have the name '{clash.Key}': {string.Join(" and ", clash)}. Run them with different --output folders.");
        return found;
    }

    /// <summary>A notebook's name: its file name without the extension.</summary>
    public static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    private static IReadOnlyList<string> Expand(string path)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full)) return ExpandFolder(path, full);
        if (!File.Exists(full)) throw new CommandException($"There is no file or folder '{path}'.");
        if (!full.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)) throw new CommandException($"'{path}' is not a notebook (.ipynb).");
        return [full];
    }

    private static List<string> ExpandFolder(string path, string full)
    {
        var checkpoints = $"{Path.DirectorySeparatorChar}.ipynb_checkpoints{Path.DirectorySeparatorChar}";
        var found = Directory.EnumerateFiles(full, "*.ipynb", SearchOption.AllDirectories)
            .Where(file => !file.Contains(checkpoints, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        return found.Count > 0 ? found : throw new CommandException($"There are no notebooks in '{path}'.");
    }
}
