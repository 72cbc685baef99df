using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;

namespace AttentionNotebooks.Browser.Tests.Interaction;

/// <summary>The keyboard reaches what the mouse reaches, in every figure.</summary>
public sealed class KeyboardTests(BrowserFixture browser)
{
    private const string Reactive = "[data-select], [data-toggle], [data-step], [data-frames], [data-enlarge], summary";

    private const string Reached =
        """
        () => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          window.reached ??= new Set();
          const isNew = !window.reached.has(element);
          window.reached.add(element);
          return isNew && element.matches('[data-select]') ? 'group' : 'single';
        }
        """;

    private const string Missed =
        $"selector => [...document.querySelectorAll(selector)].filter(element => {Seen.Function}(element) && !window.reached.has(element)).map(element => element.outerHTML.slice(0, 200))";

    public static TheoryData<string> Names => [.. EveryFigure.Plain.Where(figure => figure.Html.Contains("<script", StringComparison.Ordinal)).Select(figure => figure.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Figure_ByTabAndArrowKeys_IsReachedEverywhere(string name)
    {
        await using WatchedPage page = await browser.ShowFiguresAsync(name);
        int left = 500;
        while (await NextAsync(page, "Tab") is { } kind && left-- > 0)
        {
            if (kind != "group") continue;
            while (await NextAsync(page, "ArrowDown") == "group" && left-- > 0)
            {
            }
        }

        Assert.True(left > 0, "The focus does not leave the figure.");
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(Missed, Reactive));
    }

    /// <summary>Presses a key; tells what has the focus then.</summary>
    private static async Task<string?> NextAsync(WatchedPage page, string key)
    {
        await page.Page.Keyboard.PressAsync(key);
        return await page.Page.EvaluateAsync<string?>(Reached);
    }
}
