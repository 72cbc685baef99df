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
            List<OutputCollector> collectors = [];
            var failed = false;
            foreach (var (index, position) in code.Index())
            {
                collectors.Add(new OutputCollector([.. collectors], packages => progress.RestoreStarted(name, packages)));
                failed = !await RunCellAsync(worker, cells[position].Source, index + 1, code.Count, collectors[index], cancellationToken).ConfigureAwait(false);
                if (failed) break;
            }

            // Not before all have run: a cell may replace what an earlier one has shown.
            foreach (var (index, collector) in collectors.Index())
                cells[code[index]] = cells[code[index]] with { ExecutionCount = index + 1, Outputs = collector.Outputs };
            return failed;
        }
    }

    private async Task<bool> RunCellAsync(WorkerProcess worker, string code, int number, int count, OutputCollector collector, CancellationToken cancellationToken)
    {
        progress.CellStarted(name, number, count);
        var outcome = await worker.RunAsync(new CellSource($"Cell {number}", code), timeout, collector, cancellationToken).ConfigureAwait(false);
        if (outcome == CellOutcome.Succeeded) return true;
        progress.CellFailed(name, number, collector.Outputs.OfType<ErrorOutput>().Last());
        return false;
    }

    private static bool IsRunnable(Cell cell) => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source);

    private static Cell WithoutOutputs(Cell cell) => cell.Kind == CellKind.Code ? cell with { ExecutionCount = null, Outputs = [] } : cell;
}
