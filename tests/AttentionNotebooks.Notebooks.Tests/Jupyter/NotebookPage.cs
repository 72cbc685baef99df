using AttentionNotebooks.ContactSheet.Browsing;
using Microsoft.Playwright;

namespace AttentionNotebooks.Notebooks.Tests.Jupyter;

/// <summary>A notebook in the page of Jupyter Notebook 6, used as a person uses it.</summary>
/// <param name="watched">The page.</param>
internal sealed class NotebookPage(WatchedPage watched)
{
    private const string KernelIsReady = "() => window.Jupyter?.notebook?._fully_loaded && Jupyter.notebook.kernel?.info_reply?.status === 'ok'";

    private const string EditNewCell =
        """
        () => {
          const notebook = Jupyter.notebook;
          notebook.insert_cell_at_bottom('code');
          notebook.select(notebook.ncells() - 1);
          notebook.edit_mode();
        }
        """;

    private const float Limit = 120_000;

    private static readonly string Screenshots = Path.Combine(NotebookFiles.Root, "artifacts", "jupyter-browser");

    internal IPage Page => watched.Page;

    /// <summary>Opens a notebook; back when its kernel has answered.</summary>
    internal static async Task<NotebookPage> OpenAsync(WatchedPage watched, JupyterServer server, string notebook)
    {
        await watched.Page.SetViewportSizeAsync(1200, 1400);
        await watched.OpenSiteAsync(server.Address, server.PageOf(notebook));
        NotebookPage page = new(watched);
        await page.Page.WaitForFunctionAsync(KernelIsReady, null, new() { Timeout = Limit });
        return page;
    }

    /// <summary>The last cell that has this text.</summary>
    internal ILocator Cell(string text) => Page.Locator(".code_cell").Filter(new() { HasText = text }).Last;

    /// <summary>Runs every cell, by the menu.</summary>
    internal async Task RunAllAsync()
    {
        await Page.Locator("#celllink").ClickAsync();
        await Page.Locator("#run_all_cells a").ClickAsync();
        await WaitForCellsAsync();
    }

    /// <summary>Writes a new cell at the end, without running it.</summary>
    internal async Task<ILocator> WriteAsync(string code)
    {
        await Page.EvaluateAsync(EditNewCell);
        await Page.Keyboard.TypeAsync(code);
        return Page.Locator(".code_cell").Last;
    }

    /// <summary>Writes a new cell at the end and starts it.</summary>
    internal async Task<ILocator> StartAsync(string code)
    {
        ILocator cell = await WriteAsync(code);
        await Page.Keyboard.PressAsync("Control+Enter");
        return cell;
    }

    /// <summary>Writes a new cell at the end and runs it.</summary>
    internal async Task<ILocator> RunAsync(string code)
    {
        ILocator cell = await StartAsync(code);
        await WaitForCellsAsync();
        return cell;
    }

    /// <summary>Stops the running cell, by the button of the toolbar.</summary>
    internal Task InterruptAsync() => Page.Locator("[data-jupyter-action='jupyter-notebook:interrupt-kernel']").ClickAsync();

    internal Task WaitForCellsAsync() =>
        Page.WaitForFunctionAsync("() => !document.querySelector('.code_cell.running')", null, new() { Timeout = Limit });

    /// <summary>Takes a picture of what the window shows, or of one element.</summary>
    internal async Task KeepAsync(string name, ILocator? element = null)
    {
        string path = Path.Combine(Screenshots, name + ".png");
        if (element is null) await Page.ScreenshotAsync(new() { Path = path });
        else await element.ScreenshotAsync(new() { Path = path });
    }
}
