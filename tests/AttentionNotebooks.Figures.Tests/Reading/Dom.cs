using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AttentionNotebooks.Figures.Tests.Reading;

/// <summary>What a browser makes of a figure.</summary>
internal static class Dom
{
    internal static IElement Of(Displayable figure) => new HtmlParser().ParseDocument("<body>" + figure.ToHtml()).Body!;

    internal static IElement One(this IElement root, string selector) => Assert.Single(root.QuerySelectorAll(selector));

    internal static string[] Texts(this IElement root, string selector) =>
        [.. root.QuerySelectorAll(selector).Select(element => element.TextContent)];

    /// <summary>The cells of a table's body, row by row.</summary>
    internal static string[][] Cells(this IElement root) => [.. root.QuerySelectorAll("tbody tr").Select(row => row.Texts("td"))];
}
