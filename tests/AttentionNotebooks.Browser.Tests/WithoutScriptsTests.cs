using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;
using AttentionNotebooks.ContactSheet.Hosts;
using Microsoft.Playwright;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>Where no script runs, all is there but the switching.</summary>
public sealed class WithoutScriptsTests(BrowserFixture browser)
{
    /// <summary>What is drawn: each shape with its place and its paint, each text with its letters.</summary>
    private const string Drawn =
        $$"""
        () => [...document.querySelectorAll('[{{Host.Section}}]')].map(section => {
          const paint = element => {
            const style = getComputedStyle(element), box = element.getBBox();
            return [element.localName, style.fill, style.fillOpacity, style.stroke, style.strokeOpacity, style.strokeWidth, style.strokeDasharray, style.opacity, style.textAnchor,
              ...[box.x, box.y].map(Math.round), element.localName === 'text' ? element.textContent : `${Math.round(box.width)}×${Math.round(box.height)}`].join(' ');
          };
          return { name: section.getAttribute('{{Host.Section}}'), shapes: [...section.querySelectorAll('svg :is(rect, path, line, circle, image, text)')].map(paint) };
        })
        """;

    [Fact]
    public async Task EveryFigure_WithoutScripts_ShowsAllItsFramesAndNoControl()
    {
        await using WatchedPage page = await browser.ShowWithoutScriptsAsync(EveryFigure.All);
        Assert.Empty(await Seen.FiguresWithAsync(page, "button, input, output, [data-needs-script]", isSeen: true));
        Assert.Empty(await Seen.FiguresWithAsync(page, "[data-without-script]", isSeen: false));
        await page.OpenAllAsync();
        Assert.Empty(await Seen.FiguresWithAsync(page, "[data-frame], [data-large], [data-part]", isSeen: false));
        Assert.NotEmpty(await Seen.FiguresWithAsync(page, "[data-frame]", isSeen: true));
        Assert.NotEmpty(await Seen.FiguresWithAsync(page, "[data-large]", isSeen: true));
    }

    [Fact]
    public async Task EveryFold_WithoutScripts_OpensByClickAndByKey()
    {
        await using WatchedPage page = await browser.ShowWithoutScriptsAsync([EveryFigure.Named("model-view"), EveryFigure.Named("head-view")]);
        foreach (ILocator fold in await page.Page.Locator("details").AllAsync())
        {
            await fold.Locator("> summary").ClickAsync();
            Assert.NotNull(await fold.GetAttributeAsync("open"));
            await fold.Locator("> summary").PressAsync("Enter");
            Assert.Null(await fold.GetAttributeAsync("open"));
        }
    }

    [Fact]
    public async Task EveryDrawing_WithoutStylesAndScripts_LooksTheSame()
    {
        await using WatchedPage styled = await browser.ShowWithoutScriptsAsync(EveryFigure.All);
        await using WatchedPage stripped = await browser.ShowWithoutScriptsAsync(EveryFigure.All.Select(figure => figure.WithoutStyles()));
        await styled.OpenAllAsync();
        await stripped.OpenAllAsync();
        foreach ((Drawing expected, Drawing found) in (await DrawnAsync(styled)).Zip(await DrawnAsync(stripped)))
        {
            Assert.Equal(expected.Name, found.Name);
            Assert.True(expected.Shapes.SequenceEqual(found.Shapes), $"{expected.Name}: {FirstDifference(expected.Shapes, found.Shapes)}");
        }

        Assert.Equal(0, await stripped.Page.Locator($"[{Host.Section}] svg:not([viewBox])").CountAsync());
        Assert.Equal(0, await stripped.Page.Locator($"[{Host.Section}] :is([style], style, script)").CountAsync());
    }

    private static Task<Drawing[]> DrawnAsync(WatchedPage page) => page.ReadAsync<Drawing[]>(Drawn);

    private static string FirstDifference(string[] expected, string[] found)
    {
        (string one, string other) = expected.Zip(found).FirstOrDefault(pair => pair.First != pair.Second);
        return one is null ? $"{expected.Length} shapes, {found.Length} without styles" : $"{one} became {other}";
    }

    private sealed record Drawing(string Name, string[] Shapes);
}
