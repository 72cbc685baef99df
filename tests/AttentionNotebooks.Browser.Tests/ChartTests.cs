using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;
using AttentionNotebooks.ContactSheet.Hosts;
using Microsoft.Playwright;
using Plotly.NET;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>Charts as plotly.js draws them.</summary>
public sealed class ChartTests(BrowserFixture browser)
{
    /// <summary>As require.js does in Jupyter: libraries that find it register with it instead of setting their global.</summary>
    private const string ModuleLoader = "<script>window.define = function () { window.defined = true; }; window.define.amd = {}; window.require = window.define;</script>";

    /// <summary>The words around the plots that stand partly outside their chart.</summary>
    private const string Cut =
        """
        [...document.querySelectorAll('.gtitle, .xtitle, .ytitle, .cbtitle text, .annotation-text, .colorbar .cbaxis text')].filter(text => {
          const words = text.getBoundingClientRect(), chart = text.closest('.js-plotly-plot').getBoundingClientRect();
          return words.width > 0 && (words.left < chart.left - 1 || words.right > chart.right + 1 || words.top < chart.top - 1 || words.bottom > chart.bottom + 1);
        }).map(text => [text.textContent, ...['left', 'right', 'top', 'bottom'].map(side => side + ' ' + Math.round(text.getBoundingClientRect()[side] - text.closest('.js-plotly-plot').getBoundingClientRect()[side]))].join(', '))
        """;

    /// <summary>The titles that touch other words above the plots.</summary>
    private const string CoveredTitles =
        """
        [...document.querySelectorAll('.gtitle')].filter(title => {
          const box = title.getBoundingClientRect();
          return [...title.closest('.js-plotly-plot').querySelectorAll('.annotation-text, .cbtitle text, .updatemenu-header')].some(other => {
            const words = other.getBoundingClientRect();
            return words.top < box.bottom && box.top < words.bottom && words.left < box.right && box.left < words.right;
          });
        }).map(text => text.textContent)
        """;

    [Theory]
    [InlineData("")]
    [InlineData(ModuleLoader)]
    public async Task TwoCharts_WithOrWithoutAModuleLoader_AreBothDrawn(string before)
    {
        GenericChart chart = EveryChart.All["chart-head"]();
        await using WatchedPage page = await browser.ShowAsync(before + EveryChart.Notebook(chart, chart));
        await AssertDrawnAsync(page, 2);
        Assert.Equal("undefined", await page.Page.EvaluateAsync<string>("typeof window.defined"));
    }

    [Fact]
    public async Task SavedChart_OpenedOffline_IsDrawn()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        try
        {
            EveryChart.All["chart-heads"]().SaveHtml(path);
            await using WatchedPage page = await browser.NewPageAsync();
            await page.ShowAsync(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
            await AssertDrawnAsync(page, 1);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task EveryChart_OnAPhone_IsDrawnAccessibleAndNoWiderThanThePage()
    {
        await using WatchedPage page = await browser.ShowAsync(EveryChart.Notebook(EveryChart.All.Values.Select(make => make())), width: 390);
        await AssertDrawnAsync(page, EveryChart.All.Count);
        Assert.Equal(390, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(Cut));
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(CoveredTitles));
        await Axe.AssertFindsNothingAsync(page);
    }

    [Fact]
    public async Task Chart_OnADarkPage_WritesInThePagesColour()
    {
        await using WatchedPage page = await browser.ShowAsync(EveryChart.Notebook(EveryChart.All["chart-head"]()), VisualStudioCode.Dark);
        ILocator tick = page.Page.Locator(".xtick text").First;
        Assert.Equal("rgb(204, 204, 204)", await tick.EvaluateAsync<string>("text => getComputedStyle(text).fill"));
    }

    [Fact]
    public async Task Chart_HoveredCell_TellsPositionTokenAndWeight()
    {
        await using WatchedPage page = await browser.ShowAsync(EveryChart.Notebook(EveryChart.All["chart-head"]()));
        await page.Page.Locator(".nsewdrag").First.HoverAsync();
        string? hover = await page.Page.Locator(".hoverlayer .hovertext").First.TextContentAsync();
        Assert.Matches(@"key 3 man\s*query 3 man\s*weight 0\.\d+", hover);
    }

    [Fact]
    public async Task Chart_HostileTokens_StandOnTheAxesAsTheyAre()
    {
        await using WatchedPage page = await browser.ShowAsync(EveryChart.Notebook(EveryChart.All["chart-hostile"]()));
        string[] ticks = [.. await page.Page.Locator(".ytick text").AllTextContentsAsync()];
        Assert.Equal(Samples.Hostile.Tokens.Count, ticks.Length);
        Assert.Contains("&amp;&lt;", ticks);
        Assert.Contains("$\\frac{1}{2}$", ticks);
        Assert.Contains(ticks, tick => tick.StartsWith("<script>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DropDown_OtherHeadChosen_ShowsThatHead()
    {
        await using WatchedPage page = await browser.ShowAsync(EveryChart.Notebook(EveryChart.All["chart-heads"]()));
        await page.Page.Locator(".updatemenu-header").ClickAsync();
        await page.Page.Locator(".updatemenu-dropdown-button").Nth(3).ClickAsync();
        Assert.Equal("Attention weights: head 3", await page.Page.Locator(".gtitle").TextContentAsync());
        bool[] visible = await page.Page.EvaluateAsync<bool[]>("document.querySelector('.js-plotly-plot').data.map(trace => trace.visible)");
        Assert.Equal([false, false, false, true], visible);
    }

    private static async Task AssertDrawnAsync(WatchedPage page, int count)
    {
        await page.Page.WaitForFunctionAsync("count => document.querySelectorAll('.js-plotly-plot .main-svg .infolayer').length >= count", count);
        Assert.Equal(count, await page.Page.Locator(".js-plotly-plot").CountAsync());
        Assert.Empty(page.Requests);
        Assert.Empty(page.Errors);
        Assert.False(await page.Page.EvaluateAsync<bool>($"'{Hostile.Flag}' in window"));
    }
}
