using System.Globalization;
using AttentionNotebooks.Runner.Outputs;

namespace AttentionNotebooks.Runner.Commands;

/// <summary>Progress as plain lines, for logs and pipes.</summary>
internal sealed class PlainProgress(TextWriter output, TextWriter errors) : IRunProgress
{
    /// <inheritdoc/>
    public void NotebookStarted(string notebook, int cells) => output.WriteLine($"{notebook}: {cells} cells");

    /// <inheritdoc/>
    public void CellStarted(string notebook, int cell, int cells) => output.WriteLine($"{notebook}: cell {cell}/{cells}");

    /// <inheritdoc/>
    public void RestoreStarted(string notebook, IReadOnlyList<string> packages) =>
        output.WriteLine($"{notebook}: restoring {string.Join("; ", packages)}");

    /// <inheritdoc/>
    public void NotebookSucceeded(string notebook, TimeSpan time) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{notebook}: done in {time.TotalSeconds:0.0} s"));

    /// <inheritdoc/>
    public void CellFailed(string notebook, int cell, ErrorOutput error)
    {
        foreach (var line in ErrorText.Describe(notebook, cell, error)) errors.WriteLine(line);
    }

    /// <inheritdoc/>
    public void NotebookFailed(string notebook, string message) => errors.WriteLine($"{notebook}: {message}");

    /// <inheritdoc/>
    public void RunEnded(int notebooks, int failed, string outputFolder) =>
        output.WriteLine($"{notebooks - failed} of {notebooks} notebooks ran to the end; the results are in {outputFolder}");
}
