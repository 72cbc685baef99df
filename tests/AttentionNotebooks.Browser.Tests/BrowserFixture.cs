using AttentionNotebooks.Browser.Tests;
using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;
using AttentionNotebooks.ContactSheet.Hosts;
using Microsoft.Playwright;

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

    /// <summary>A page of a host that shows some HTML.</summary>
    internal Task<WatchedPage> ShowAsync(string html, Host? host = null, int width = 1000) => ShowPageAsync((host ?? Host.PlainLight).Page(html), host, width);

    /// <summary>A page of a host that shows figures one below the other.</summary>
    internal Task<WatchedPage> ShowAsync(IEnumerable<FigureExample> figures, Host? host = null, int width = 1000) =>
        ShowPageAsync((host ?? Host.PlainLight).Page(figures), host, width);

    /// <summary>A page that shows figures of these names; the same name twice is the same figure twice.</summary>
    internal Task<WatchedPage> ShowFiguresAsync(params IEnumerable<string> names) => ShowFiguresAsync(Host.PlainLight, names);

    internal Task<WatchedPage> ShowFiguresAsync(Host host, params IEnumerable<string> names) => ShowAsync(names.Select(EveryFigure.Named), host);

    /// <summary>A page that shows figures one below the other in a browser that runs no scripts.</summary>
    internal async Task<WatchedPage> ShowWithoutScriptsAsync(IEnumerable<FigureExample> figures)
    {
        WatchedPage page = await Browser.NewPageWithoutScriptsAsync();
        await page.ShowAsync(Host.PlainLight.Page(figures));
        return page;
    }

    internal Task<WatchedPage> NewPageAsync(int width = 1000, ColorScheme reported = ColorScheme.Light) => Browser.NewPageAsync(width, reported);

    internal Chromium Browser
    {
        get
        {
            if (chromium is null) Needed.Skip(Chromium.Missing);
            return chromium!;
        }
    }

    private async Task<WatchedPage> ShowPageAsync(string html, Host? host, int width)
    {
        WatchedPage page = await NewPageAsync(width, (host ?? Host.PlainLight).Reported);
        await page.ShowAsync(html);
        return page;
    }
}
