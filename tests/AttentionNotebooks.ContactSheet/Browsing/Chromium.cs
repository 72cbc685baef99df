using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace AttentionNotebooks.ContactSheet.Browsing;

/// <summary>The Chromium of this machine, without a window. Pages that are open at the same time share nothing.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>The environment variable that names the executable.</summary>
    internal const string Variable = "ATTENTION_NOTEBOOKS_CHROMIUM";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly ConcurrentBag<WatchedPage> idle = [];

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <summary>Where the browser is; null where there is none.</summary>
    internal static string? Executable => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    /// <summary>Why there is no browser.</summary>
    internal static string Missing => $"No Chromium: there is no {string.Join(", no ", Places)}, and {Variable} names none.";

    internal static async Task<Chromium> StartAsync()
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        try
        {
            return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Executable ?? throw new InvalidOperationException(Missing),
                // A container's root has no sandbox; only our own pages are opened. Without a graphics card surfaces are drawn by SwiftShader,
                // which would be slow for all the rest.
                Args = ["--no-sandbox", "--disable-quic", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-gpu-rasterization", "--disable-gpu-compositing"],
            }));
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>An empty page. With each new page a whole window opens, which takes long: one that is given back is taken again.</summary>
    internal async Task<WatchedPage> NewPageAsync(int width = 1000, ColorScheme reported = ColorScheme.Light)
    {
        WatchedPage page = idle.TryTake(out WatchedPage? kept) ? kept : await OpenAsync(withScripts: true, KeepAsync);
        await page.Page.EmulateMediaAsync(new() { Media = Media.Screen, ColorScheme = reported, ReducedMotion = ReducedMotion.Reduce });
        await page.Page.SetViewportSizeAsync(width, 800);
        await page.Page.Mouse.MoveAsync(0, 0);
        return page;
    }

    /// <summary>An empty page in a browser that runs no scripts of pages.</summary>
    internal Task<WatchedPage> NewPageWithoutScriptsAsync() => OpenAsync(withScripts: false, page => page.CloseAsync());

    private async Task<WatchedPage> OpenAsync(bool withScripts, Func<WatchedPage, Task> leave) =>
        await WatchedPage.OpenAsync(await browser.NewContextAsync(new() { JavaScriptEnabled = withScripts, ViewportSize = new() { Width = 1000, Height = 800 } }), leave);

    private async Task KeepAsync(WatchedPage page)
    {
        if (await page.TryClearAsync()) idle.Add(page);
        else await page.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
