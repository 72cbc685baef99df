using AttentionNotebooks.Browser.Tests;
using AttentionNotebooks.ContactSheet.Browsing;

namespace AttentionNotebooks.Notebooks.Tests.Jupyter;

/// <summary>The lesson on multi-head attention, opened in Jupyter and run from top to bottom.</summary>
public sealed class LiveLesson(JupyterServer server, BrowserFixture browser) : IAsyncLifetime
{
    private WatchedPage? watched;
    private NotebookPage? page;

    /// <summary>The page; where there is none, the test is skipped.</summary>
    internal NotebookPage Page
    {
        get
        {
            _ = (server.Address, browser.Browser);
            return page!;
        }
    }

    /// <summary>What the page asked for that the server does not have to give.</summary>
    internal IReadOnlyCollection<string> Requests => watched!.Requests;

    /// <summary>What the lesson's own cells showed as errors, before any test added a cell.</summary>
    internal IReadOnlyList<string> Errors { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        if (!JupyterServer.IsThere || Chromium.Executable is null) return;
        watched = await browser.NewPageAsync();
        page = await NotebookPage.OpenAsync(watched, server, "03-multi-head-attention.ipynb");
        await page.RunAllAsync();
        Errors = await page.Page.Locator(".output_error, .output_stderr").AllInnerTextsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (watched is not null) await watched.DisposeAsync();
    }
}
