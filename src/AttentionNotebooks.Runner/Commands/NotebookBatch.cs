using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Site;

namespace AttentionNotebooks.Runner.Commands;

/// <summary>Runs notebooks one after another and writes what they gave.</summary>
internal sealed class NotebookBatch(RunSettings settings, IRunProgress progress)
{
    /// <summary>Runs all notebooks, also those after one that fails, and gives the exit code.</summary>
    /// <exception cref="CommandException">There is nothing that could be run.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted; finished notebooks are written, the running one is not.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var paths = NotebookSearch.Find(settings.Paths);
        List<SitePage> pages = [];
        foreach (var path in paths)
        {
            var run = new NotebookRun(path, settings.Timeout, progress);
            if (await run.RunAsync(cancellationToken).ConfigureAwait(false) is not { } result) continue;
            pages.Add(Keep(path, result.Notebook, result.Failed));
        }

        if (settings.WritesSite) SiteWriter.Write(pages, settings.SiteFolder);
        var failed = paths.Count - pages.Count(page => !page.Failed);
        progress.RunEnded(paths.Count, failed, settings.OutputFolder);
        return failed == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private SitePage Keep(string path, Notebook notebook, bool failed)
    {
        var name = NotebookSearch.NameOf(path);
        NotebookFile.Write(notebook, Path.Combine(settings.NotebooksFolder, name + ".ipynb"));
        return new SitePage(name, notebook, failed, Path.GetDirectoryName(path));
    }
}
