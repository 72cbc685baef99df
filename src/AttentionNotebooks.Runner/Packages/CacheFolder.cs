namespace AttentionNotebooks.Runner.Packages;

/// <summary>Where the Runner keeps what it may lose.</summary>
internal static class CacheFolder
{
    /// <summary>The environment variable that names another folder.</summary>
    public const string Variable = "ATTENTION_NOTEBOOKS_CACHE";

    /// <summary>The folder of this user, or the one that the environment names.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path
        ? System.IO.Path.GetFullPath(path)
        : System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "attention-notebooks");
}
