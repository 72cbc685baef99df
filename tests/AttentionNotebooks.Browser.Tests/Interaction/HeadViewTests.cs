using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;
using Microsoft.Playwright;

namespace AttentionNotebooks.Browser.Tests.Interaction;

/// <summary>Pointing at tokens and switching heads, with the mouse as with the keyboard, in one figure only.</summary>
public sealed class HeadViewTests(BrowserFixture browser)
{
    private const string Dimmed = "[...document.querySelectorAll('[data-for]')].filter(element => Number(getComputedStyle(element).opacity) < 0.5).length";

    /// <summary>The weights of the lines of a token, the strongest first.</summary>
    private const string Weights = "token => [...document.querySelectorAll(`path[data-for~=${token}]`)].map(line => line.dataset.mark).sort((one, other) => Number(other) - Number(one))";

    /// <summary>The weights that stand beside the tokens, the strongest first; hidden from readers of the screen, for whom the table is there.</summary>
    private const string Marks =
        "[...document.querySelectorAll('text[aria-hidden=true]')].flatMap(text => text.textContent.match(/\\d*\\.?\\d+(?=\\u2002)/g)).sort((one, other) => Number(other) - Number(one))";

    /// <summary>True where the first such element is inside of the box that scrolls.</summary>
    private const string IsInView =
        """
        selector => {
          const element = document.querySelector(selector), inner = element.getBoundingClientRect(), outer = element.closest('[data-attention-scrolls]').getBoundingClientRect();
          return inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
        }
        """;

    [Fact]
    public async Task Token_Hovered_ShowsItsOwnLinesWithTheirWeights()
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("head-view-cross");
        Assert.Equal(0, await page.Page.EvaluateAsync<int>(Dimmed));
        await page.Page.Locator("[data-select=q1]").HoverAsync();
        string[] weights = await page.Page.EvaluateAsync<string[]>(Weights, "q1");
        Assert.NotEmpty(weights);
        Assert.Equal(weights, await page.Page.EvaluateAsync<string[]>(Marks));
        Assert.Equal(await page.Page.Locator("path[data-for]").CountAsync() - weights.Length, await page.Page.EvaluateAsync<int>(Dimmed));
        await page.Page.Mouse.MoveAsync(0, 0);
        Assert.Equal(0, await page.Page.EvaluateAsync<int>(Dimmed));
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(Marks));
    }

    [Fact]
    public async Task Token_Focused_ShowsTheSameAsHovered()
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("head-view-cross");
        await page.Page.Locator("[data-select=k2]").HoverAsync();
        string[] hovered = await page.Page.EvaluateAsync<string[]>(Marks);
        await page.Page.Mouse.MoveAsync(0, 0);
        await page.Page.Locator("[data-select=k0]").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        Assert.NotEmpty(hovered);
        Assert.Equal(hovered, await page.Page.EvaluateAsync<string[]>(Marks));
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData(" ")]
    public async Task Token_PinnedByKey_StaysUntilEscape(string key)
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("head-view");
        ILocator token = page.Page.Locator("[data-select]").First;
        await token.PressAsync(key);
        Assert.Equal("true", await token.GetAttributeAsync("aria-current"));
        await token.EvaluateAsync("token => token.blur()");
        Assert.NotEqual(0, await page.Page.EvaluateAsync<int>(Dimmed));
        await token.PressAsync("Escape");
        Assert.Equal("false", await token.GetAttributeAsync("aria-current"));
    }

    [Fact]
    public async Task Token_Pinned_LeavesASecondFigureAsItIs()
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("head-view", "head-view");
        await page.Page.Locator("[data-select]").First.ClickAsync();
        int dimmed = await page.Page.EvaluateAsync<int>(Dimmed);
        Assert.InRange(dimmed, 1, (await page.Page.Locator("[data-for]").CountAsync() / 2) - 1);
        Assert.Equal(1, await page.Page.Locator("[aria-current=true]").CountAsync());
    }

    [Theory]
    [InlineData("click")]
    [InlineData("Enter")]
    [InlineData(" ")]
    public async Task Switch_Pressed_HidesOneHeadOfOneFigureAndShowsItAgain(string how)
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("head-view", "head-view");
        ILocator heads = page.Page.Locator("g[data-part='head-1']"), others = page.Page.Locator("g[data-part='head-0']"), button = page.Page.Locator("[data-toggle='head-1']").First;
        await PressAsync(button, how);
        Assert.False(await heads.First.IsVisibleAsync());
        Assert.Equal("false", await button.GetAttributeAsync("aria-pressed"));
        Assert.True(await heads.Last.IsVisibleAsync());
        Assert.True(await others.First.IsVisibleAsync());
        await PressAsync(button, how);
        Assert.True(await heads.First.IsVisibleAsync());
    }

    [Theory]
    [InlineData("double click")]
    [InlineData("Shift+Enter")]
    public async Task Switch_Isolated_ShowsThatHeadAloneAndAllAgain(string how)
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("head-view");
        ILocator button = page.Page.Locator("[data-toggle='head-2']");
        await PressAsync(button, how);
        Assert.Equal(["head-2"], await VisibleHeadsAsync(page));
        await PressAsync(button, how);
        Assert.Equal(["head-0", "head-1", "head-2", "head-3"], await VisibleHeadsAsync(page));
    }

    [Fact]
    public async Task Pair_DirectionSwitchedOff_HidesTheLinesOfThatDirection()
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("head-view-pair");
        string[] directions = await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[aria-label=Directions] button')].map(button => button.dataset.toggle)");
        Assert.Equal(4, directions.Length);
        foreach (string direction in directions)
        {
            ILocator lines = page.Page.Locator($"g[data-part='{direction}']");
            Assert.Equal(2, await lines.CountAsync());
            await page.Page.Locator($"[data-toggle='{direction}']").ClickAsync();
            Assert.Equal(0, await lines.Filter(new() { Visible = true }).CountAsync());
        }

        Assert.Equal(0, await page.Page.Locator("path[data-for]").Filter(new() { Visible = true }).CountAsync());
    }

    [Fact]
    public async Task Figure_OnAPhone_ShowsAllLinesAndScrollsToTheWeightsOfAPinnedToken()
    {
        await using WatchedPage page = await browser.ShowAsync([EveryFigure.Named("head-view")], width: 390);
        Assert.True(await page.Page.EvaluateAsync<bool>(IsInView, "path[data-for]"));
        await page.Page.Locator("[data-select=q1]").ClickAsync();
        Assert.True(await page.Page.EvaluateAsync<bool>(IsInView, "text[aria-hidden=true]"));
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Locator("[data-select=k1]").ClickAsync();
        Assert.True(await page.Page.EvaluateAsync<bool>(IsInView, "text[aria-hidden=true]"));
    }

    private static Task PressAsync(ILocator button, string how) => how switch
    {
        "click" => button.ClickAsync(),
        "double click" => button.DblClickAsync(),
        _ => button.PressAsync(how),
    };

    private static Task<string[]> VisibleHeadsAsync(WatchedPage page) => page.Page.EvaluateAsync<string[]>(
        $"[...document.querySelectorAll('g[data-part^=head-]')].filter({Seen.Function}).map(head => head.dataset.part)");
}
