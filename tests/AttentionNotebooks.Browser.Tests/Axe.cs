using AttentionNotebooks.ContactSheet.Browsing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>What axe-core finds, with the elements that it finds it in.</summary>
internal static class Axe
{
    /// <summary>Checks a page by all rules, or by some.</summary>
    internal static async Task AssertFindsNothingAsync(WatchedPage page, params string[] rules)
    {
        AxeRunOptions options = new() { ResultTypes = [ResultType.Violations] };
        if (rules.Length > 0) options.RunOnly = new RunOnlyOptions { Type = "rule", Values = [.. rules] };
        AxeResult result = await page.Page.RunAxe(options);
        Assert.Empty(result.Violations.Select(Describe));
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}, {violation.Nodes.Length} times: {string.Join(" | ", violation.Nodes.Take(3).Select(node => Cut(node.Html)))}";

    private static string Cut(string html) => html.Length <= 200 ? html : html[..200] + "…";
}
