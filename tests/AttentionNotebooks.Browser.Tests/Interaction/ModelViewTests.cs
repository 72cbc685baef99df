using AttentionNotebooks.ContactSheet.Browsing;
using Microsoft.Playwright;

namespace AttentionNotebooks.Browser.Tests.Interaction;

/// <summary>Thumbnails that open large in place.</summary>
public sealed class ModelViewTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("click")]
    [InlineData("Enter")]
    [InlineData(" ")]
    public async Task Thumbnail_Pressed_OpensItsHeadAloneAndClosesOnEscape(string how)
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("model-view");
        ILocator thumbnail = page.Page.Locator("[data-enlarge='l1h2']");
        Assert.Empty(await LargeAsync(page));
        await (how == "click" ? thumbnail.ClickAsync() : thumbnail.PressAsync(how));
        Assert.Equal(["l1h2"], await LargeAsync(page));
        Assert.Equal("true", await thumbnail.GetAttributeAsync("aria-expanded"));
        await page.Page.Keyboard.PressAsync("Escape");
        Assert.Empty(await LargeAsync(page));
        Assert.True(await thumbnail.EvaluateAsync<bool>("button => button === document.activeElement"));
    }

    [Fact]
    public async Task Thumbnails_PressedOneAfterAnother_ShowTheLastOne()
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("model-view");
        await page.Page.Locator("[data-enlarge='l0h0']").ClickAsync();
        await page.Page.Locator("[data-enlarge='l0h1']").ClickAsync();
        Assert.Equal(["l0h1"], await LargeAsync(page));
        await page.Page.Locator("[data-enlarge='l1h0']").ClickAsync();
        Assert.Equal(["l1h0"], await LargeAsync(page));
        await page.Page.Locator("[data-enlarge='l1h0']").ClickAsync();
        Assert.Empty(await LargeAsync(page));
    }

    [Fact]
    public async Task Thumbnail_OfOneFigure_LeavesASecondAsItIs()
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("model-view", "model-view");
        await page.Page.Locator("[data-enlarge='l0h0']").Last.ClickAsync();
        Assert.Equal(["l0h0"], await LargeAsync(page));
        Assert.True(await page.Page.Locator("[data-large='l0h0']").Last.IsVisibleAsync());
    }

    private static Task<string[]> LargeAsync(WatchedPage page) => page.Page.EvaluateAsync<string[]>(
        $"[...document.querySelectorAll('[data-large]')].filter({Seen.Function}).map(large => large.dataset.large)");
}
