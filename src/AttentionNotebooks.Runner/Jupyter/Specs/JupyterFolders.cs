namespace AttentionNotebooks.Runner.Jupyter.Specs;

/// <summary>Where Jupyter looks for kernels.</summary>
internal static class JupyterFolders
{
    /// <summary>The environment variable that names the user's folder.</summary>
    public const string Variable = "JUPYTER_DATA_DIR";

    /// <summary>The folder of this user's kernels.</summary>
    public static string UserKernels => Path.Combine(UserData(), "kernels");

    /// <summary>The folder of the kernels below a prefix, such as a Python environment.</summary>
    public static string KernelsBelow(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    private static string UserData()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return Path.GetFullPath(named);
        if (OperatingSystem.IsWindows()) return Path.Combine(Folder(Environment.SpecialFolder.ApplicationData), "jupyter");
        if (OperatingSystem.IsMacOS()) return Path.Combine(Folder(Environment.SpecialFolder.UserProfile), "Library", "Jupyter");
        return Path.Combine(Folder(Environment.SpecialFolder.LocalApplicationData), "jupyter");
    }

    private static string Folder(Environment.SpecialFolder folder) =>
        Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);
}
