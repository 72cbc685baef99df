using System.Globalization;
using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>What holds for every figure.</summary>
public sealed class FigureTests(BrowserFixture browser, ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. EveryFigure.All.Select(figure => figure.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Figure_Shown_AsksForNothingAndRunsNothing(string name)
    {
        await using WatchedPage page = await browser.ShowAsync(EveryFigure.Named(name).Html);
        await PressEverythingAsync(page);
        Assert.Empty(page.Requests);
        Assert.Empty(page.Errors);
        Assert.False(await page.Page.EvaluateAsync<bool>($"'{Hostile.Flag}' in window"));
        double milliseconds = await page.Page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].loadEventEnd");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: loaded in {milliseconds:0} ms, {EveryFigure.Named(name).Html.Length / 1000.0:0.0} kB"));
    }

    [Fact]
    public async Task Figures_AllTwiceOnOnePage_ShareNoIdAndLeaveNoGlobal()
    {
        await using WatchedPage empty = await browser.ShowAsync("");
        string[] before = await GlobalsAsync(empty);
        await using WatchedPage page = await browser.ShowAsync(EveryFigure.Plain.Concat(EveryFigure.Plain));
        string[] ids = await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].map(element => element.id)");
        Assert.Empty(ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Empty((await GlobalsAsync(page)).Except(before));
        Assert.Empty(page.Errors);
    }

    /// <summary>Opens what opens, focuses what can be focused, and lets the mouse enter and press what is there.</summary>
    private static async Task PressEverythingAsync(WatchedPage page) => await page.Page.EvaluateAsync(
        """
        () => {
          document.querySelectorAll('main details').forEach(details => details.open = true);
          document.querySelectorAll('main [tabindex], main button, main input, main summary').forEach(element => element.focus());
          [...document.querySelectorAll('main *')].slice(0, 5000).forEach(element => {
            element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
            element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
          });
        }
        """);

    private static Task<string[]> GlobalsAsync(WatchedPage page) => page.Page.EvaluateAsync<string[]>("Object.getOwnPropertyNames(window)");
}
