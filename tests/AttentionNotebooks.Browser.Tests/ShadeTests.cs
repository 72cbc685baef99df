using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Hosts;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>Numbers on the shaded cells of drawings keep their contrast in every host; axe-core looks at the shades of HTML only.</summary>
public sealed class ShadeTests(BrowserFixture browser)
{
    /// <summary>WCAG 2: 4.5 to 1 for small text.</summary>
    private const double Least = 4.5;

    /// <summary>The contrast of each number with the cell of the same place, painted over the host's ground.</summary>
    private const string Contrasts =
        """
        () => {
          const numbers = text => text.match(/[\d.]+/g).map(Number);
          const over = ([r, g, b], alpha, ground) => [r, g, b].map((channel, index) => channel * alpha + ground[index] * (1 - alpha));
          const light = colour => {
            const [r, g, b] = colour.map(channel => channel / 255).map(channel => channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = numbers(getComputedStyle(document.documentElement).backgroundColor).slice(0, 3);
          const contrast = (text, cell) => {
            const [r, g, b, alpha = 1] = numbers(getComputedStyle(text).fill), shade = getComputedStyle(cell);
            const behind = over(numbers(shade.fill), Number(shade.fillOpacity), ground), ink = over([r, g, b], alpha, behind);
            const [dark, bright] = [light(behind), light(ink)].sort((one, other) => one - other);
            return (bright + 0.05) / (dark + 0.05);
          };
          return [...document.querySelectorAll('svg g[pointer-events=none]')].flatMap(texts => {
            const cells = texts.previousElementSibling.querySelectorAll('rect');
            return [...texts.querySelectorAll('text')].map((text, index) => contrast(text, cells[index]));
          });
        }
        """;

    public static TheoryData<string> Hosts => [.. Host.All.Select(host => host.Name)];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task NumbersOnShades_InEveryHost_HaveContrast(string host)
    {
        await using WatchedPage page = await browser.ShowFiguresAsync(Host.Named(host), "heatmap", "heatmap-causal", "flow", "difference", "generation");
        double[] contrasts = await page.Page.EvaluateAsync<double[]>(Contrasts);
        Assert.True(contrasts.Length > 300);
        Assert.InRange(contrasts.Min(), Least, 21);
        Assert.True(contrasts.Distinct().Count() > 10);
    }
}
