using AttentionNotebooks.ContactSheet.Browsing;
using Microsoft.Playwright;

namespace AttentionNotebooks.Browser.Tests.Interaction;

/// <summary>Sliders: one frame of one figure at a time.</summary>
public sealed class FramesTests(BrowserFixture browser)
{
    [Fact]
    public async Task Generation_Slider_ShowsOneStepAtATimeAndTellsIt()
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("generation");
        ILocator slider = page.Page.Locator("input[data-frames]");
        Assert.Equal(["0"], await VisibleFramesAsync(page));
        await slider.PressAsync("ArrowRight");
        Assert.Equal(["1"], await VisibleFramesAsync(page));
        Assert.Equal(await page.Page.Locator("[data-frame='1']").GetAttributeAsync("data-frame-label"), await page.Page.Locator("output").TextContentAsync());
        await slider.PressAsync("End");
        Assert.Equal([await slider.GetAttributeAsync("max")], await VisibleFramesAsync(page));
        await slider.PressAsync("ArrowLeft");
        await slider.PressAsync("Home");
        Assert.Equal(["0"], await VisibleFramesAsync(page));
    }

    [Fact]
    public async Task Generation_Slider_LeavesWhatIsBelowInItsPlace()
    {
        const string Place = "document.querySelector('summary').getBoundingClientRect().top";
        await using WatchedPage page = await browser.ShowFiguresAsync("generation");
        double first = await page.Page.EvaluateAsync<double>(Place);
        await page.Page.Locator("input[data-frames]").PressAsync("End");
        Assert.Equal(first, await page.Page.EvaluateAsync<double>(Place), tolerance: 1.0);
    }

    [Fact]
    public async Task Generation_Buttons_GoForthAndBackAndStopAtTheEnds()
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("generation");
        ILocator next = page.Page.Locator("[data-step='1']"), previous = page.Page.Locator("[data-step='-1']");
        await next.ClickAsync();
        await next.PressAsync("Enter");
        Assert.Equal(["2"], await VisibleFramesAsync(page));
        for (int press = 0; press < 4; press++) await previous.PressAsync(" ");
        Assert.Equal(["0"], await VisibleFramesAsync(page));
    }

    [Fact]
    public async Task Steps_Slider_ShowsAllAndThenOneAtATime()
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("steps-head");
        ILocator slider = page.Page.Locator("input[data-frames]").First;
        string[] all = await VisibleFramesAsync(page);
        Assert.True(all.Length > 3);
        Assert.Equal("all steps", await slider.GetAttributeAsync("aria-valuetext"));
        foreach (string step in all)
        {
            await slider.PressAsync("ArrowRight");
            Assert.Equal([step], await VisibleFramesAsync(page));
            Assert.Contains($"Step {step} ", await slider.GetAttributeAsync("aria-valuetext"));
        }

        await slider.PressAsync("Home");
        Assert.Equal(all, await VisibleFramesAsync(page));
    }

    [Theory]
    [InlineData("generation")]
    [InlineData("steps-token")]
    public async Task Slider_OfOneFigure_LeavesASecondAsItIs(string name)
    {
        await using WatchedPage page = await browser.ShowFiguresAsync(name, name);
        string[] before = await VisibleFramesAsync(page, 1);
        await page.Page.Locator("input[data-frames]").First.PressAsync("End");
        Assert.Equal(before, await VisibleFramesAsync(page, 1));
        Assert.NotEqual(before, await VisibleFramesAsync(page));
    }

    [Fact]
    public async Task Slider_OfAHeadInALayer_LeavesTheStepsOfTheLayer()
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("steps-layer");
        await page.OpenAllAsync();
        ILocator heads = page.Page.Locator("[data-attention-figure] [data-attention-figure]");
        string[] before = await VisibleFramesAsync(page);
        await heads.First.Locator("input[data-frames]").PressAsync("ArrowRight");
        Assert.Equal(before, await VisibleFramesAsync(page));
        Assert.Equal(1, await heads.First.Locator("[data-frame]").Filter(new() { Visible = true }).CountAsync());
        Assert.NotEqual(1, await heads.Nth(1).Locator("[data-frame]").Filter(new() { Visible = true }).CountAsync());
    }

    /// <summary>The numbers of the frames that are seen in an outermost figure, without those of figures inside it.</summary>
    private static Task<string[]> VisibleFramesAsync(WatchedPage page, int figure = 0) => page.Page.EvaluateAsync<string[]>(
        $$"""
        place => {
          const figure = [...document.querySelectorAll('[data-attention-figure]')].filter(element => !element.parentNode.closest('[data-attention-figure]'))[place];
          return [...figure.querySelectorAll('[data-frame]')]
            .filter(frame => frame.closest('[data-attention-figure]') === figure && {{Seen.Function}}(frame)).map(frame => frame.dataset.frame);
        }
        """,
        figure);
}
