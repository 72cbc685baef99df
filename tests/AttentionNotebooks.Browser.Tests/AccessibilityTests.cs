using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>axe-core finds nothing in any figure, with all that folds opened.</summary>
public sealed class AccessibilityTests(BrowserFixture browser)
{
    public static TheoryData<string> Names => FigureTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Figure_OnALightPage_IsAccessible(string name) => await AssertIsAccessibleAsync(name, HostPage.Light);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Figure_OnADarkPage_HasContrast(string name) => await AssertIsAccessibleAsync(name, HostPage.Dark, "color-contrast");

    private async Task AssertIsAccessibleAsync(string name, string colours, params string[] rules)
    {
        await using WatchedPage page = await browser.ShowAsync(EveryFigure.Named(name).Html, colours);
        await page.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        await Axe.AssertFindsNothingAsync(page, rules);
    }
}
