using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Figures;

namespace AttentionNotebooks.Browser.Tests.Interaction;

/// <summary>How a copy of the script finds its figure, wherever a host puts the two.</summary>
public sealed class AdoptionTests(BrowserFixture browser)
{
    private const string CountTimers = "<script>window.timers = 0; const set = window.setTimeout; window.setTimeout = (act, delay) => { window.timers++; return set(act, delay); };</script>";

    private static readonly string Figure = EveryFigure.Named("head-view").Html;

    [Fact]
    public async Task Copies_InTheirFigures_SearchNothingElse()
    {
        await using WatchedPage page = await browser.ShowAsync(CountTimers + Figure + Figure + Figure);
        Assert.Equal(3, await page.Page.Locator("[data-needs-script]").Filter(new() { Visible = true }).CountAsync());
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("window.timers"));
    }

    [Theory]
    [InlineData("document.body")]
    [InlineData("document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })")]
    public async Task Copies_RunOutsideTheirFigures_StillFindThem(string place)
    {
        await using WatchedPage page = await browser.ShowAsync("<p></p>");
        await page.Page.EvaluateAsync(
            $$"""
            html => {
              const template = document.createElement('template'), place = {{place}};
              template.innerHTML = html + html;
              const scripts = [...template.content.querySelectorAll('script')];
              scripts.forEach(script => script.remove());
              scripts.forEach(script => { const copy = document.createElement('script'); copy.textContent = script.textContent; document.head.append(copy); copy.remove(); });
              place.append(template.content);
            }
            """,
            Figure);
        await page.Page.Locator("[data-toggle='head-1']").Nth(1).ClickAsync();
        Assert.Equal(2, await page.Page.Locator("[data-needs-script]").Filter(new() { Visible = true }).CountAsync());
        Assert.Equal(1, await page.Page.Locator("[aria-pressed=false]").CountAsync());
    }
}
