using System.Globalization;
using AttentionNotebooks.Runner.Outputs;
using Spectre.Console;

namespace AttentionNotebooks.Runner.Commands;

/// <summary>Progress on a terminal: one live line for the running cell, above it a line for each notebook that is done.</summary>
internal sealed class TerminalProgress(IAnsiConsole console, StatusContext status) : IRunProgress
{
    /// <inheritdoc/>
    public void NotebookStarted(string notebook, int cells) => Show(notebook, $"{cells} cells");

    /// <inheritdoc/>
    public void CellStarted(string notebook, int cell, int cells) => Show(notebook, $"cell {cell}/{cells}");

    /// <inheritdoc/>
    public void RestoreStarted(string notebook, IReadOnlyList<string> packages) => Show(notebook, $"restoring {string.Join("; ", packages)}");

    /// <inheritdoc/>
    public void NotebookSucceeded(string notebook, TimeSpan time) =>
        console.MarkupLine($"[green]✓[/] {notebook.EscapeMarkup()} [grey]{time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s[/]");

    /// <inheritdoc/>
    public void CellFailed(string notebook, int cell, ErrorOutput error) => Fail(ErrorText.Describe(notebook, cell, error));

    /// <inheritdoc/>
    public void NotebookFailed(string notebook, string message) => Fail([$"{notebook}: {message}"]);

    /// <inheritdoc/>
    public void RunEnded(int notebooks, int failed, string outputFolder) =>
        console.MarkupLine($"{notebooks - failed} of {notebooks} notebooks ran to the end; the results are in {outputFolder.EscapeMarkup()}");

    private void Fail(IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            console.MarkupLine(first ? $"[red]✗ {line.EscapeMarkup()}[/]" : line.EscapeMarkup());
            first = false;
        }
    }

    private void Show(string notebook, string text) => status.Status($"{notebook.EscapeMarkup()} [grey]{text.EscapeMarkup()}[/]");
}
