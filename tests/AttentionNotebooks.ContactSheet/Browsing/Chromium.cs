using Microsoft.Playwright;

namespace AttentionNotebooks.ContactSheet.Browsing;

/// <summary>The Chromium of this machine, without a window. Pages of it share nothing.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>The environment variable that names the executable.</summary>
    internal const string Variable = "ATTENTION_NOTEBOOKS_CHROMIUM";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

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

    /// <summary>A page in a profile of its own, empty yet.</summary>
    internal async Task<WatchedPage> NewPageAsync(int width = 1000)
    {
        IBrowserContext context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ReducedMotion = ReducedMotion.Reduce });
        return await WatchedPage.OpenAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
