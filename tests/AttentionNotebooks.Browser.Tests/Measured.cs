using AttentionNotebooks.ContactSheet.Browsing;
using AttentionNotebooks.ContactSheet.Hosts;

namespace AttentionNotebooks.Browser.Tests;

/// <summary>The room that a figure takes on a page.</summary>
/// <param name="Name">The name of the figure.</param>
/// <param name="Overflow">Pixels by which it is wider than its place.</param>
/// <param name="Height">Its height.</param>
/// <param name="TallestLine">The height of its tallest line of text, row of a table or picture.</param>
internal sealed record Measured(string Name, double Overflow, double Height, double TallestLine)
{
    private const string Script =
        $$"""
        () => [...document.querySelectorAll('[{{Host.Section}}]')].map(section => ({
          name: section.getAttribute('{{Host.Section}}'),
          overflow: section.scrollWidth - section.clientWidth,
          height: section.getBoundingClientRect().height,
          tallestLine: Math.max(0, ...[...section.querySelectorAll('text, tr, p, summary, span, svg, math')].map(element => element.getBoundingClientRect().height)),
        }))
        """;

    /// <summary>Every figure of a page, from top to bottom.</summary>
    internal static Task<Measured[]> AllAsync(WatchedPage page) => page.ReadAsync<Measured[]>(Script);
}
