namespace AttentionNotebooks.Runner.Jupyter.Specs;

/// <summary>The folder into which a build of this repository packs the notebooks' package.</summary>
internal static class BuiltPackages
{
    /// <summary>The folder that belongs to the build an assembly is from; null if it is from none.</summary>
    public static string? FindFor(string assembly)
    {
        for (var folder = new FileInfo(assembly).Directory; folder is not null; folder = folder.Parent)
        {
            var packages = Path.Combine(folder.FullName, "packages");
            if (folder.Name == "artifacts" && Directory.Exists(packages)) return packages;
        }

        return null;
    }
}
