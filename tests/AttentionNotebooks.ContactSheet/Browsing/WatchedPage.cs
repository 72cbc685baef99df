using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace AttentionNotebooks.ContactSheet.Browsing;

/// <summary>A page that shows the HTML it is given, and notes whatever it asks of the network or complains of.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private const string Address = "http://figures.invalid/";

    private static readonly string[] NeedNoNetwork = ["data", "blob", "about"];

    private readonly ConcurrentQueue<string> requests = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly IBrowserContext context;
    private readonly Func<WatchedPage, Task> leave;
    private string html = "";
    private string? site;

    private WatchedPage(IBrowserContext context, Func<WatchedPage, Task> leave, IPage page)
    {
        this.context = context;
        this.leave = leave;
        Page = page;
    }

    internal IPage Page { get; }

    /// <summary>What the page asked for beside itself; none was answered.</summary>
    internal IReadOnlyCollection<string> Requests => requests;

    /// <summary>Errors on the console and exceptions that nobody caught.</summary>
    internal IReadOnlyCollection<string> Errors => errors;

    /// <summary>Opens a page.</summary>
    /// <param name="context">The profile that the page has for itself.</param>
    /// <param name="leave">What becomes of the page when nobody needs it any more.</param>
    internal static async Task<WatchedPage> OpenAsync(IBrowserContext context, Func<WatchedPage, Task> leave)
    {
        WatchedPage watched = new(context, leave, await context.NewPageAsync());
        watched.Page.Request += (_, request) =>
        {
            if (!watched.IsOwn(request.Url) && !NeedNoNetwork.Contains(new Uri(request.Url).Scheme)) watched.requests.Enqueue(request.Url);
        };
        watched.Page.Console += (_, message) =>
        {
            if (message.Type == "error") watched.errors.Enqueue(message.Text);
        };
        watched.Page.PageError += (_, error) => watched.errors.Enqueue(error);
        await context.RouteAsync("**/*", watched.AnswerAsync);
        return watched;
    }

    /// <summary>Opens a whole page as if a server had sent it; back when all of it is loaded.</summary>
    internal async Task ShowAsync(string page)
    {
        html = page;
        await Page.GotoAsync(Address);
    }

    /// <summary>Opens a file as a reader would who clicks on it; what it asks for in its own folder is answered and not noted.</summary>
    internal Task OpenFileAsync(string path) =>
        OpenSiteAsync(new Uri(Path.GetDirectoryName(path) + Path.DirectorySeparatorChar), Uri.EscapeDataString(Path.GetFileName(path)));

    /// <summary>Opens a page of a site; what it asks for of that site is answered and not noted.</summary>
    internal async Task OpenSiteAsync(Uri root, string page)
    {
        site = root.AbsoluteUri;
        await Page.GotoAsync(new Uri(root, page).AbsoluteUri);
    }

    /// <summary>Opens all that is folded.</summary>
    internal Task OpenAllAsync() => Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

    /// <summary>What a script of the tests tells: records by the names of their properties.</summary>
    internal async Task<T> ReadAsync<T>(string script) => (await Page.EvaluateAsync<JsonElement>(script)).Deserialize<T>(JsonSerializerOptions.Web)!;

    public async ValueTask DisposeAsync() => await leave(this);

    /// <summary>Shows nothing and has noted nothing, as if it were new; false where the page does not even do that any more.</summary>
    internal async Task<bool> TryClearAsync()
    {
        try
        {
            await Page.GotoAsync("about:blank", new() { Timeout = 5000 });
        }
        catch (Exception problem) when (problem is PlaywrightException or TimeoutException)
        {
            return false;
        }

        (html, site) = ("", null);
        requests.Clear();
        errors.Clear();
        return true;
    }

    internal Task CloseAsync() => context.CloseAsync();

    private Task AnswerAsync(IRoute route) => route.Request.Url == Address
        ? route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html })
        : IsOwn(route.Request.Url) ? route.ContinueAsync() : route.AbortAsync();

    private bool IsOwn(string url) => url == Address || (site is not null && url.StartsWith(site, StringComparison.Ordinal));
}
