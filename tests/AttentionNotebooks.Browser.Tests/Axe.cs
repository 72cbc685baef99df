using AttentionNotebooks.ContactSheet.Browsing;
using Deque.AxeCore.Commons;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>What axe-core finds, with the elements that it finds it in.</summary>
/// <remarks>The script of Deque's package is run in the page itself: its own call opens a second page for each result, which takes seconds.</remarks>
internal static class Axe
{
    private const string Run =
        """
        async rules => {
          const only = rules.length ? { runOnly: { type: 'rule', values: rules } } : {};
          const result = await axe.run(document, { resultTypes: ['violations'], ...only });
          return result.violations.map(violation =>
            `${violation.id}: ${violation.help}: ${violation.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' | ')}`);
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Checks a page by all rules, or by some.</summary>
    internal static async Task AssertFindsNothingAsync(WatchedPage page, params string[] rules)
    {
        await page.Page.AddScriptTagAsync(new() { Content = Script });
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(Run, rules));
    }
}
