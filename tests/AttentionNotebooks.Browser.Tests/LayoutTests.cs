using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>Figures keep to their place, whatever the tokens are.</summary>
public sealed class LayoutTests(BrowserFixture browser)
{
    /// <summary>Signs of some scripts stand higher than Latin letters, and odd tokens take more room than short words; a broken layout takes many times that.</summary>
    private const double GreatestGrowth = 3;

    [Theory]
    [InlineData(390)]
    [InlineData(1000)]
    public async Task EveryFigure_WithAllOpened_DoesNotWidenThePage(int width)
    {
        await using WatchedPage page = await OpenAsync(EveryFigure.All, width);
        Measured[] figures = await Measured.AllAsync(page);
        Assert.Equal(EveryFigure.All.Count, figures.Length);
        Assert.All(figures, figure => Assert.True(figure.Overflow == 0, figure.ToString()));
        Assert.Equal(width, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1000)]
    public async Task EveryFigure_OfHostileTokens_IsAboutAsTallAsOfWords(int width)
    {
        await using WatchedPage hostile = await OpenAsync(EveryFigure.OfHostileTokens, width), words = await OpenAsync(EveryFigure.OfAsManyWords, width);
        (Measured Hostile, Measured Words)[] pairs = [.. (await Measured.AllAsync(hostile)).Zip(await Measured.AllAsync(words))];
        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.True(
            pair.Hostile.Height <= GreatestGrowth * pair.Words.Height && pair.Hostile.TallestLine <= GreatestGrowth * pair.Words.TallestLine, $"{pair}"));
    }

    private async Task<WatchedPage> OpenAsync(IEnumerable<FigureExample> figures, int width)
    {
        WatchedPage page = await browser.ShowAsync(figures, width: width);
        await page.OpenAllAsync();
        return page;
    }
}
