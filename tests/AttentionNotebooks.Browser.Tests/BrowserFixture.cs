using AttentionNotebooks.Browser.Tests;
using AttentionNotebooks.ContactSheet.Browsing;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace AttentionNotebooks.Browser.Tests;

/// <summary>One browser for all tests. Where there is none, the tests are skipped and say why; on a build server they fail.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private Chromium? chromium;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Executable is not null) chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
    }

    /// <summary>A page that shows a figure, or several, in a host of these colours.</summary>
    internal async Task<WatchedPage> ShowAsync(string html, string colours = HostPage.Light, int width = 1000)
    {
        WatchedPage page = await NewPageAsync(width);
        await page.ShowAsync(HostPage.Of(html, colours));
        return page;
    }

    internal Task<WatchedPage> NewPageAsync(int width = 1000)
    {
        if (chromium is null) Needed.Skip(Chromium.Missing);
        return chromium!.NewPageAsync(width);
    }
}
