namespace AttentionNotebooks.Runner.Commands;

/// <summary>What <c>run</c> was asked to do.</summary>
/// <param name="Paths">Notebooks, and folders of notebooks.</param>
/// <param name="OutputFolder">Where the executed notebooks and the site go.</param>
/// <param name="Timeout">How long a cell may run.</param>
/// <param name="WritesSite">Whether the site is written.</param>
internal sealed record RunSettings(IReadOnlyList<string> Paths, string OutputFolder, TimeSpan Timeout, bool WritesSite)
{
    /// <summary>Where the executed copies go.</summary>
    public string NotebooksFolder => Path.Combine(OutputFolder, "notebooks");

    /// <summary>Where the site goes.</summary>
    public string SiteFolder => Path.Combine(OutputFolder, "site");
}
