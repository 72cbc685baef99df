using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;
using AttentionNotebooks.ContactSheet.Hosts;
using Microsoft.Playwright;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>Figures on paper: nothing to press, nothing cut off, no ground of their own.</summary>
public sealed class PaperTests(BrowserFixture browser)
{
    /// <summary>The figures in which something is cut off: wider than the box that it stands in, which does not let it out.</summary>
    private const string Cut =
        $$"""
        () => [...document.querySelectorAll('[{{Host.Section}}] :not(input)')]
          .filter(element => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && !['visible', 'clip'].includes(getComputedStyle(element).overflowX))
          .map(element => element.closest('[{{Host.Section}}]').getAttribute('{{Host.Section}}') + ': ' + element.outerHTML.slice(0, 100))
        """;

    /// <summary>The figures with a ground that is opaque, and so would hide the paper.</summary>
    private const string Opaque =
        $$"""
        () => [...document.querySelectorAll('[{{Host.Section}}] *')]
          .filter(element => {{Seen.Function}}(element) && /^rgb\(/.test(getComputedStyle(element).backgroundColor))
          .map(element => element.closest('[{{Host.Section}}]').getAttribute('{{Host.Section}}') + ': ' + element.outerHTML.slice(0, 100))
        """;

    [Fact]
    public async Task EveryFigure_OnPaper_IsWholeAndWithoutControls()
    {
        await using WatchedPage page = await browser.ShowAsync(EveryFigure.All, width: 700);
        Assert.NotEmpty(await page.Page.EvaluateAsync<string[]>(Cut));
        Assert.NotEmpty(await Seen.FiguresWithAsync(page, "button, input, output", isSeen: true));
        await page.OpenAllAsync();
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(Cut));
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(Opaque));
        Assert.Equal(["avoid"], await page.Page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('[data-attention-scrolls] svg')].map(drawing => getComputedStyle(drawing).breakInside))]"));
        Assert.Equal(["avoid"], await page.Page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('[data-attention-legend=above]')].map(legend => getComputedStyle(legend).breakAfter))]"));
        Assert.Empty(await Seen.FiguresWithAsync(page, "button, input, output, [data-needs-script]", isSeen: true));
        Assert.Empty(await Seen.FiguresWithAsync(page, "[data-frame], [data-without-script]", isSeen: false));
    }
}
