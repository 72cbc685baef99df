using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Commands;

/// <summary>Hears how a run goes on.</summary>
internal interface IRunProgress
{
    /// <summary>A notebook begins; it has so many code cells.</summary>
    void NotebookStarted(string notebook, int cells);

    /// <summary>A cell of it begins.</summary>
    void CellStarted(string notebook, int cell, int cells);

    /// <summary>The running cell waits for packages.</summary>
    void RestoreStarted(string notebook, IReadOnlyList<string> packages);

    /// <summary>The notebook is over.</summary>
    void NotebookSucceeded(string notebook, TimeSpan time);

    /// <summary>A cell failed, and with it the notebook.</summary>
    void CellFailed(string notebook, int cell, ErrorOutput error);

    /// <summary>The notebook could not be run at all.</summary>
    void NotebookFailed(string notebook, string message);

    /// <summary>All is over: where the results are.</summary>
    void RunEnded(int notebooks, int failed, string outputFolder);
}
