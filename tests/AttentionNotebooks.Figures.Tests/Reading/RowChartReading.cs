using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace AttentionNotebooks.Figures.Tests.Reading;

/// <summary>What a reader sees in a chart of rows: printed numbers, and vectors as the heights of bars.</summary>
internal static partial class RowChartReading
{
    /// <summary>The rows of the first chart.</summary>
    internal static IElement[] Rows(IElement body) => [.. body.QuerySelector("svg")!.QuerySelectorAll("g[role=img]")];

    /// <summary>What stands in one column of a row; the label is no column.</summary>
    internal static IElement Column(this IElement row, int column) => row.Children.Where(child => child.LocalName == "g").ElementAt(column);

    internal static string Number(this IElement row, int column) => row.Column(column).One("text").TextContent;

    /// <summary>The number that a full bar of a column stands for.</summary>
    internal static double Scale(IElement body, int column)
    {
        IElement heading = body.QuerySelector("svg")!.Children.Where(child => child.LocalName == "g" && !child.HasAttribute("role")).ElementAt(column);
        return ShownNumber.Parse(heading.Texts("text")[1].Split(": ")[1]).Value;
    }

    /// <summary>The bars of a vector: which entry each belongs to, and its height as a part of a full bar, with its sign.</summary>
    internal static double[] Bars(this IElement row, int column, int length)
    {
        double[] heights = new double[length];
        foreach (IElement path in row.Column(column).QuerySelectorAll("path[stroke-width]"))
        {
            double step = Parse(path.GetAttribute("stroke-width")!) + 1;
            foreach (Match bar in Bar().Matches(path.GetAttribute("d")!))
                heights[(int)(Parse(bar.Groups[1].Value) / step)] = -Parse(bar.Groups[2].Value) / VectorColumn.Reach;
        }

        return heights;
    }

    /// <summary>The bars are the entries on the scale of the column, as exactly as they are drawn.</summary>
    internal static void AssertBars(IElement body, int row, int column, IReadOnlyList<double> expected)
    {
        double max = Scale(body, column);
        double[] bars = Rows(body)[row].Bars(column, expected.Count);
        for (int index = 0; index < bars.Length; index++) Assert.Equal(expected[index], bars[index] * max, max * 0.002);
    }

    /// <summary>An amount as a printed number and as a bar on the scale to the greatest of its column.</summary>
    internal static void AssertAmount(this IElement row, int column, double expected, double greatest)
    {
        const double FullBar = 60;
        ShownNumber.AssertShows(expected, row.Number(column));
        double width = row.Column(column).QuerySelector("rect") is { } bar ? Parse(bar.GetAttribute("width")!) : 0;
        Assert.Equal(expected / greatest, width / FullBar, 0.0051 / FullBar);
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M([\d.]+) [\d.]+v(-?[\d.]+)")]
    private static partial Regex Bar();
}
