using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;
using Microsoft.Playwright;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>What the script adds: with the mouse as with the keyboard, and to one figure only.</summary>
public sealed class InteractionTests(BrowserFixture browser)
{
    private const string Dimmed = "[...document.querySelectorAll('[data-attention-figure] [data-for]')].filter(element => Number(getComputedStyle(element).opacity) < 0.5).length";

    [Fact]
    public async Task HeadView_PointingAtAToken_DimsTheLinesOfTheOthers()
    {
        await using WatchedPage page = await ShowAsync("head-view");
        Assert.Equal(0, await page.Page.EvaluateAsync<int>(Dimmed));
        await page.Page.Locator("[data-select]").First.HoverAsync();
        Assert.NotEqual(0, await page.Page.EvaluateAsync<int>(Dimmed));
        await page.Page.Mouse.MoveAsync(0, 0);
        Assert.Equal(0, await page.Page.EvaluateAsync<int>(Dimmed));
    }

    [Fact]
    public async Task HeadView_Keyboard_PinsAndLetsGo()
    {
        await using WatchedPage page = await ShowAsync("head-view");
        await page.Page.Locator("[data-select]").First.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("true", await page.Page.Locator("[data-select]").First.GetAttributeAsync("aria-current"));
        await page.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("false", await page.Page.Locator("[data-select]").First.GetAttributeAsync("aria-current"));
    }

    [Fact]
    public async Task HeadView_Switch_HidesOneHeadOfOneFigure()
    {
        string figure = EveryFigure.Named("head-view").Html;
        await using WatchedPage page = await browser.ShowAsync(figure + figure);
        ILocator heads = page.Page.Locator("g[data-part='head-1']"), others = page.Page.Locator("g[data-part='head-0']");
        Assert.True(await heads.First.IsVisibleAsync());
        await page.Page.Locator("[data-toggle='head-1']").First.ClickAsync();
        Assert.False(await heads.First.IsVisibleAsync());
        Assert.True(await heads.Last.IsVisibleAsync());
        Assert.True(await others.First.IsVisibleAsync());
    }

    [Fact]
    public async Task HeadView_ShiftEnterOnASwitch_ShowsThatHeadAlone()
    {
        await using WatchedPage page = await ShowAsync("head-view");
        await page.Page.Locator("[data-toggle='head-2']").FocusAsync();
        await page.Page.Keyboard.PressAsync("Shift+Enter");
        Assert.True(await page.Page.Locator("g[data-part='head-2']").First.IsVisibleAsync());
        Assert.False(await page.Page.Locator("g[data-part='head-0']").First.IsVisibleAsync());
    }

    [Fact]
    public async Task Generation_Slider_ShowsOneStepAtATime()
    {
        await using WatchedPage page = await ShowAsync("generation");
        ILocator slider = page.Page.Locator("input[data-frames]");
        await slider.FocusAsync();
        await page.Page.Keyboard.PressAsync("End");
        Assert.False(await page.Page.Locator("[data-frame='0']").First.IsVisibleAsync());
        Assert.True(await page.Page.Locator($"[data-frame='{await slider.InputValueAsync()}']").First.IsVisibleAsync());
    }

    [Fact]
    public async Task ModelView_Thumbnail_OpensLargeInPlaceAndCloses()
    {
        await using WatchedPage page = await ShowAsync("model-view");
        ILocator large = page.Page.Locator("[data-large='l1h2']");
        Assert.False(await large.IsVisibleAsync());
        await page.Page.Locator("[data-enlarge='l1h2']").ClickAsync();
        Assert.True(await large.IsVisibleAsync());
        await page.Page.Keyboard.PressAsync("Escape");
        Assert.False(await large.IsVisibleAsync());
    }

    private Task<WatchedPage> ShowAsync(string name) => browser.ShowAsync(EveryFigure.Named(name).Html);
}
