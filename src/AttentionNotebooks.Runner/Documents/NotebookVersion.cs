namespace AttentionNotebooks.Runner.Documents;

/// <summary>The version of nbformat that we write: 4.5, the first with cell ids.</summary>
internal static class NotebookVersion
{
    /// <summary>The major version, which is also the only one that we read.</summary>
    internal const int Major = 4;

    /// <summary>The minor version.</summary>
    internal const int Minor = 5;
}
