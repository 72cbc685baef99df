using System.Globalization;
using AttentionNotebooks.ContactSheet.Figures;
using AttentionNotebooks.ContactSheet.Hosts;

namespace AttentionNotebooks.ContactSheet.Browsing;

/// <summary>How long a page takes from the start of the navigation; the medians of several runs.</summary>
/// <param name="Name">What is shown.</param>
/// <param name="Bytes">The size of its HTML.</param>
/// <param name="FirstPaint">Milliseconds until something is seen: the first contentful paint.</param>
/// <param name="Loaded">Milliseconds until all of the page is loaded.</param>
/// <param name="Drawn">Milliseconds until the frame after that is drawn.</param>
internal sealed record LoadTime(string Name, int Bytes, double FirstPaint, double Loaded, double Drawn)
{
    private const int Runs = 3;

    private const string Read =
        """
        () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done([
          performance.getEntriesByName('first-contentful-paint')[0].startTime,
          performance.getEntriesByType('navigation')[0].loadEventEnd,
          performance.now(),
        ]))))
        """;

    /// <summary>The largest figure that the project promises a time for: 12×12 heads, 128 tokens.</summary>
    internal static Task<LoadTime> OfModelViewAsync(Chromium chromium) =>
        OfAsync(chromium, "model view of 12×12 heads × 128 tokens", Samples.Map(layers: 12, heads: 12, tokens: 128).ModelView().ToHtml());

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: {Bytes / 1e6:0.00} MB; first paint after {FirstPaint:0} ms, loaded after {Loaded:0} ms, drawn after {Drawn:0} ms (medians of {Runs} runs)");

    private static async Task<LoadTime> OfAsync(Chromium chromium, string name, string html)
    {
        List<double[]> runs = [];
        for (int run = 0; run < Runs; run++)
        {
            await using WatchedPage page = await chromium.NewPageAsync();
            await page.ShowAsync(Host.PlainLight.Page(html, name));
            runs.Add(await page.Page.EvaluateAsync<double[]>(Read));
        }

        return new LoadTime(name, System.Text.Encoding.UTF8.GetByteCount(html), Median(0), Median(1), Median(2));

        double Median(int figure) => runs.Select(run => run[figure]).Order().ElementAt(Runs / 2);
    }
}
