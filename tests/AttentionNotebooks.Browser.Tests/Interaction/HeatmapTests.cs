using AttentionNotebooks.ContactSheet.Browsing;

namespace AttentionNotebooks.Browser.Tests.Interaction;

/// <summary>A cell tells its number where the mouse is; the table behind the figure tells it to the keyboard.</summary>
public sealed class HeatmapTests(BrowserFixture browser)
{
    /// <summary>The tooltip of what is under the middle of each cell, with the number that stands there.</summary>
    private const string Hovered =
        """
        () => [...document.querySelectorAll('svg text')].filter(text => /^\.?\d/.test(text.textContent) && text.closest('[pointer-events=none]')).map(text => {
          text.scrollIntoView({ block: 'center' });
          const box = text.getBoundingClientRect();
          const cell = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return [text.textContent, cell.querySelector('title')?.textContent ?? cell.outerHTML.slice(0, 100)];
        })
        """;

    [Fact]
    public async Task Cell_UnderTheMouse_TellsKeyQueryAndWeight()
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("heatmap");
        string[][] cells = await page.Page.EvaluateAsync<string[][]>(Hovered);
        Assert.Equal(49, cells.Length);
        Assert.All(cells, cell =>
        {
            Assert.Matches(@"^key (\d+ )?\S+ → query (\d+ )?\S+: \d", cell[1]);
            double shown = Number(cell[0]), told = Number(cell[1].Split(' ')[^1]);
            Assert.Equal(told, shown, tolerance: 0.005);
        });
    }

    [Fact]
    public async Task Table_OpenedByKey_TellsTheSameNumbers()
    {
        await using WatchedPage page = await browser.ShowFiguresAsync("heatmap");
        await page.Page.Locator("summary").First.PressAsync("Enter");
        string[] numbers = await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('details td')].map(cell => cell.textContent)");
        string[][] cells = await page.Page.EvaluateAsync<string[][]>(Hovered);
        Assert.Equal(cells.Select(cell => Number(cell[1].Split(' ')[^1])).Order(), numbers.Select(Number).Order());
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
