using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;
using AttentionNotebooks.ContactSheet.Hosts;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>axe-core finds nothing in any figure, with all that folds opened.</summary>
public sealed class AccessibilityTests(BrowserFixture browser)
{
    /// <summary>So much HTML stands on one page. A page for each figure would take most of its time to open; axe is slow on very long ones.</summary>
    private const int PageLength = 150_000;

    /// <summary>The hosts beside the one that all rules are held against.</summary>
    public static TheoryData<string> OtherHosts => [.. Host.All.Where(host => host != Host.PlainLight).Select(host => host.Name)];

    [Fact]
    public Task EveryFigure_OnALightPage_IsAccessible() => AssertFindsNothingAsync(EveryFigure.All, Host.PlainLight);

    /// <summary>Colours depend neither on the tokens nor on their number: one figure of each kind.</summary>
    [Theory]
    [MemberData(nameof(OtherHosts))]
    public Task EveryFigure_InEveryHost_HasContrast(string host) => AssertFindsNothingAsync(EveryFigure.Kinds, Host.Named(host), "color-contrast");

    private async Task AssertFindsNothingAsync(IEnumerable<FigureExample> figures, Host host, params string[] rules)
    {
        string[][] found = await SideBySide.RunAsync(Pages(figures), async shown =>
        {
            await using WatchedPage page = await browser.ShowAsync(shown, host);
            await page.OpenAllAsync();
            return await Axe.FindAsync(page, rules);
        });
        Axe.AssertNothing([.. found.SelectMany(violations => violations)]);
    }

    private static IEnumerable<FigureExample[]> Pages(IEnumerable<FigureExample> figures)
    {
        List<FigureExample> page = [];
        int length = 0;
        foreach (FigureExample figure in figures.OrderByDescending(figure => figure.Html.Length))
        {
            if (page.Count > 0 && length + figure.Html.Length > PageLength)
            {
                yield return [.. page];
                (page, length) = ([], 0);
            }

            page.Add(figure);
            length += figure.Html.Length;
        }

        if (page.Count > 0) yield return [.. page];
    }
}
