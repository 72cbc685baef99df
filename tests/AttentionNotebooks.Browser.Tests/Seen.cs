using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Hosts;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>Whether a reader sees an element.</summary>
internal static class Seen
{
    /// <summary>A function of an element, in JavaScript. Folded elements have rectangles, and hidden elements of SVG count as visible: both are asked.</summary>
    internal const string Function = "(element => element.checkVisibility() && element.getClientRects().length > 0)";

    private const string FiguresWith =
        $$"""
        ([selector, isSeen]) => [...new Set([...document.querySelectorAll(`[{{Host.Section}}] :is(${selector})`)]
          .filter(element => {{Function}}(element) === isSeen)
          .map(element => element.closest('[{{Host.Section}}]').getAttribute('{{Host.Section}}')))]
        """;

    /// <summary>The names of the figures in which a selector finds an element that is seen, or is not.</summary>
    internal static Task<string[]> FiguresWithAsync(WatchedPage page, string selector, bool isSeen) =>
        page.Page.EvaluateAsync<string[]>(FiguresWith, new object[] { selector, isSeen });
}
