using System.Globalization;
using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.HeadViews;

/// <summary>A line read back from a head view.</summary>
internal sealed record DrawnLine(int Head, string Query, string Key, double Opacity, string Mark, string? Pair, double FromY, double ToY, string? Tooltip)
{
    /// <summary>All lines, with the tokens that their ids name.</summary>
    internal static DrawnLine[] All(IElement figure)
    {
        Dictionary<string, string> tokens = figure.QuerySelectorAll("[data-select]").ToDictionary(token => token.GetAttribute("data-select")!, Text);
        return [.. figure.QuerySelectorAll("path[data-for]").Select(path => Read(path, tokens))];
    }

    private static DrawnLine Read(IElement path, Dictionary<string, string> tokens)
    {
        string[] ends = path.GetAttribute("data-for")!.Split(' ');
        string[] points = path.GetAttribute("d")!.Split(' ');
        IElement head = path.Closest("[data-mark-name]")!;
        Assert.Equal($"head-{head.GetAttribute("data-mark-name")}", head.GetAttribute("data-part"));
        Assert.StartsWith("q", ends[0], StringComparison.Ordinal);
        Assert.StartsWith("k", ends[1], StringComparison.Ordinal);
        return new DrawnLine(
            (int)Number(head.GetAttribute("data-mark-name")!), tokens[ends[0]], tokens[ends[1]], Number(path.GetAttribute("stroke-opacity")!), path.GetAttribute("data-mark")!,
            path.Closest("[data-part^=pair]")?.GetAttribute("data-part"), Number(points[1]), Number(points[3]), path.QuerySelector("title")?.TextContent);
    }

    /// <summary>The weight is shown twice: as a number, and as the strength of the line beside the strongest.</summary>
    internal void AssertShows(double weight, double strongest)
    {
        ShownNumber.AssertShows(weight, Mark);
        Assert.Equal(weight / strongest, Opacity, 0.0005 + 1e-9);
    }

    private static string Text(IElement token) => token.ChildNodes.OfType<IText>().Single().Data;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
