using System.Diagnostics;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Sessions;
using AttentionNotebooks.Runner.Workers;

namespace AttentionNotebooks.Runner.Commands;

/// <summary>Runs one notebook from top to bottom in a fresh process, up to the first cell that fails.</summary>
internal sealed class NotebookRun(string path, TimeSpan timeout, IRunProgress progress)
{
    private static readonly string[] CSharpNames = ["C#", "csharp", "polyglot-notebook"];

    private readonly string name = NotebookSearch.NameOf(path);

    /// <summary>Runs the notebook.</summary>
    /// <returns>The notebook with the outputs of the cells that ran, and whether one failed; null if it could not be read or is not C#.</returns>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public async Task<(Notebook Notebook, bool Failed)?> RunAsync(CancellationToken cancellationToken)
    {
        if (Read() is not { } notebook) return null;
        var watch = Stopwatch.StartNew();
        var cells = notebook.Cells.Select(WithoutOutputs).ToArray();
        var failed = await RunCellsAsync(cells, cancellationToken).ConfigureAwait(false);
        if (!failed) progress.NotebookSucceeded(name, watch.Elapsed);
        return (notebook with { Cells = cells }, failed);
    }

    private Notebook? Read()
    {
        try
        {
            var notebook = NotebookFile.Read(path);
            if (IsCSharp(notebook)) return notebook;
            progress.NotebookFailed(name, $"its language is '{notebook.Language}' (kernel '{notebook.KernelName}'); only C# notebooks can be run.");
        }
        catch (Exception exception) when (exception is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            progress.NotebookFailed(name, exception.Message);
        }

        return null;
    }

    private static bool IsCSharp(Notebook notebook) =>
        notebook.KernelName == ".net-csharp"
        || CSharpNames.Contains(notebook.Language, StringComparer.OrdinalIgnoreCase)
        || (notebook.KernelName.Length == 0 && notebook.Language.Length == 0);

    private async Task<bool> RunCellsAsync(Cell[] cells, CancellationToken cancellationToken)
    {
        var code = Enumerable.Range(0, cells.Length).Where(i => IsRunnable(cells[i])).ToList();
        progress.NotebookStarted(name, code.Count);
        var worker = WorkerProcess.Start(Path.GetDirectoryName(path)!);
        await using (worker.ConfigureAwait(false))
        {
            for (var number = 1; number <= code.Count; number++)
            {
                progress.CellStarted(name, number, code.Count);
                var position = code[number - 1];
                var (cell, failed) = await RunCellAsync(worker, cells[position], number, cancellationToken).ConfigureAwait(false);
                cells[position] = cell;
                if (failed) return true;
            }
        }

        return false;
    }

    private async Task<(Cell Cell, bool Failed)> RunCellAsync(WorkerProcess worker, Cell cell, int number, CancellationToken cancellationToken)
    {
        var collector = new OutputCollector(packages => progress.RestoreStarted(name, packages));
        var source = new CellSource($"Cell {number}", cell.Source);
        var outcome = await worker.RunAsync(source, timeout, collector, cancellationToken).ConfigureAwait(false);
        var outputs = collector.Outputs;
        var failed = outcome != CellOutcome.Succeeded;
        if (failed) progress.CellFailed(name, number, outputs.OfType<ErrorOutput>().Last());
        return (cell with { ExecutionCount = number, Outputs = outputs }, failed);
    }

    private static bool IsRunnable(Cell cell) => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source);

    private static Cell WithoutOutputs(Cell cell) => cell.Kind == CellKind.Code ? cell with { ExecutionCount = null, Outputs = [] } : cell;
}
