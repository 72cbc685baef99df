using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Hosts;
using Deque.AxeCore.Commons;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>What axe-core finds, with the figures and the elements that it finds it in.</summary>
/// <remarks>The script of Deque's package is run in the page itself: its own call opens a second page for each result, which takes seconds.</remarks>
internal static class Axe
{
    private const string Run =
        $$"""
        async rules => {
          const only = rules.length ? { runOnly: { type: 'rule', values: rules } } : {};
          const result = await axe.run(document, { resultTypes: ['violations'], elementRef: true, ...only });
          const figure = node => node.element?.closest('[{{Host.Section}}]')?.getAttribute('{{Host.Section}}') ?? 'the page';
          return result.violations.flatMap(violation =>
            violation.nodes.slice(0, 5).map(node => `${figure(node)}: ${violation.id}: ${violation.help}: ${node.html.slice(0, 200)}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Checks a page by all rules, or by some.</summary>
    internal static async Task AssertFindsNothingAsync(WatchedPage page, params string[] rules) => AssertNothing(await FindAsync(page, rules));

    /// <summary>Fails with what was found, a line an element.</summary>
    internal static void AssertNothing(string[] found) => Assert.True(found.Length == 0, string.Join('\n', found.Take(20)));

    /// <summary>What a page has against all rules, or against some.</summary>
    internal static async Task<string[]> FindAsync(WatchedPage page, params string[] rules)
    {
        await page.Page.AddScriptTagAsync(new() { Content = Script });
        return await page.Page.EvaluateAsync<string[]>(Run, rules);
    }
}
