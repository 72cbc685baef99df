using AttentionNotebooks.ContactSheet.Browsing;
using Microsoft.Playwright;

namespace AttentionNotebooks.Browser.Tests.Interaction;

/// <summary>Rows of neuron views and weighted sums: the one that is pointed at stays, the others are dimmed.</summary>
public sealed class RowTests(BrowserFixture browser)
{
    public static TheoryData<string> Names => ["neuron-strip", "weighted-sum-token", "weighted-sum-layer"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_Hovered_DimsTheOthers(string name)
    {
        await using WatchedPage page = await browser.ShowFiguresAsync(name);
        ILocator row = Rows(page).Nth(1);
        await row.HoverAsync();
        await AssertAloneAsync(row);
        await page.Page.Mouse.MoveAsync(0, 0);
        Assert.Empty(await DimmedAsync(row));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Row_ByArrowKeyAndEnter_IsKeptUntilEscape(string name)
    {
        await using WatchedPage page = await browser.ShowFiguresAsync(name);
        await Rows(page).First.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("Enter");
        ILocator row = Rows(page).Nth(1);
        await row.EvaluateAsync("row => row.blur()");
        await AssertAloneAsync(row);
        await row.PressAsync("Escape");
        await row.EvaluateAsync("row => row.blur()");
        Assert.Empty(await DimmedAsync(row));
    }

    private static ILocator Rows(WatchedPage page) => page.Page.Locator("[data-attention-figure]").First.Locator("svg [data-select]");

    private static async Task AssertAloneAsync(ILocator row)
    {
        string name = (await row.GetAttributeAsync("data-select"))!;
        string[] dimmed = await DimmedAsync(row);
        Assert.NotEmpty(dimmed);
        Assert.DoesNotContain(name, dimmed);
        Assert.Equal(await row.EvaluateAsync<int>("row => new Set([...row.parentNode.querySelectorAll('[data-for]')].map(other => other.dataset.for)).size") - 1, dimmed.Length);
    }

    private static Task<string[]> DimmedAsync(ILocator row) => row.EvaluateAsync<string[]>(
        "row => [...row.parentNode.querySelectorAll('[data-for]')].filter(other => Number(getComputedStyle(other).opacity) < 0.5).map(other => other.dataset.for)");
}
