using AttentionNotebooks.ContactSheet.Browsing;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>How long the largest figure that the project promises a time for takes. It is told, not held: a test must not depend on the machine.</summary>
public sealed class LoadTimeTests(BrowserFixture browser, ITestOutputHelper output)
{
    [Fact]
    public async Task ModelView_OfTwelveLayers_TellsItsLoadTime()
    {
        LoadTime time = await LoadTime.OfModelViewAsync(browser.Browser);
        output.WriteLine(time.ToString());
        Assert.InRange(time.FirstPaint, double.Epsilon, time.Drawn);
    }
}
