using AttentionNotebooks.Browser.Tests;
using AttentionNotebooks.ContactSheet.Browsing;
using Microsoft.Playwright;

namespace AttentionNotebooks.Notebooks.Tests.Jupyter;

/// <summary>What a notebook shows that was just opened: its charts once they run, and its saved pictures before anything runs.</summary>
public sealed class OpenedNotebookTests(JupyterServer server, BrowserFixture browser, ExecutedCourse course)
{
    [Fact]
    public async Task Gallery_RunAll_DrawsItsCharts()
    {
        await using WatchedPage watched = await browser.NewPageAsync();
        NotebookPage page = await NotebookPage.OpenAsync(watched, server, "gallery.ipynb");
        await page.RunAllAsync();
        foreach (string chart in new[] { "HeadsChart", "ScoreSurface", "TokenScatter" })
        {
            ILocator cell = page.Cell(chart);
            await cell.Locator(".js-plotly-plot .main-svg").First.WaitForAsync();
            await page.KeepAsync($"chart-{chart}", cell);
        }

        Assert.Equal(0, await page.Page.Locator(".output_error, .output_stderr").CountAsync());
    }

    /// <summary>Jupyter takes scripts, styles and drawings out of what it does not trust; the tables are left.</summary>
    [Fact]
    public async Task SavedLesson_OpenedUntrusted_ShowsItsNumbers()
    {
        const string Saved = "03-saved.ipynb";
        File.Copy(Path.Combine(course.NotebookFolder, "03-multi-head-attention.ipynb"), Path.Combine(server.Notebooks, Saved));
        await using WatchedPage watched = await browser.NewPageAsync();
        NotebookPage page = await NotebookPage.OpenAsync(watched, server, Saved);
        Assert.Equal("Not Trusted", await page.Page.Locator("#notification_trusted").InnerTextAsync());
        await page.KeepAsync("untrusted");
        ILocator map = page.Cell("seenWith.Trace(I).Map");
        await map.Locator("summary").ClickAsync();
        await page.KeepAsync("untrusted-map", map);
        Assert.Equal(7 * 7, await map.Locator("td").Filter(new() { Visible = true }).CountAsync());
        Assert.Equal(0, await page.Page.Locator(".output script").CountAsync());
    }
}
