using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace AttentionNotebooks.Figures.Tests.Reading;

/// <summary>A plot over steps as a person reads it: lines and squares against the labels of its axes.</summary>
internal sealed partial class PlotReading
{
    private readonly IElement plot;
    private readonly (double Place, double Value)[] across;
    private readonly (double Place, double Value)[] up;
    private readonly bool isLogarithmic;

    private PlotReading(IElement plot, IElement last, bool isLogarithmic)
    {
        this.plot = plot;
        this.isLogarithmic = isLogarithmic;
        across = [.. last.QuerySelectorAll("text[text-anchor=middle]").Select(text => (Number(text, "x"), Parse(text.TextContent)))];
        up = [.. plot.QuerySelectorAll("text[text-anchor=end]").Select(text => (Number(text, "y") - 4, Scale(Parse(text.TextContent))))];
    }

    /// <summary>The values beside the upward axis.</summary>
    internal double[] Ticks => [.. up.Select(tick => isLogarithmic ? Math.Pow(10, tick.Value) : tick.Value)];

    internal IElement Element => plot;

    /// <summary>All plots of a figure, from the top.</summary>
    internal static PlotReading[] All(IElement body)
    {
        IElement[] plots = [.. body.QuerySelector("svg")!.Children.Where(child => child.LocalName == "g" && child.QuerySelector("text") is not null)];
        return [.. plots.Select(plot => new PlotReading(plot, plots[^1], plot.QuerySelector("text")!.TextContent.Contains("logarithmic", StringComparison.Ordinal)))];
    }

    /// <summary>The corners of the lines, in the order in which they are drawn.</summary>
    internal (double Step, double Value)[][] Lines() => [.. plot.QuerySelectorAll("path[fill=none]").Select(Corners).Where(line => line.Length > 1)];

    /// <summary>The corners of the area around a line.</summary>
    internal (double Step, double Value)[] Band() => Corners(plot.One("path[fill-opacity]"));

    /// <summary>The middles of the squares inside the frame.</summary>
    internal (double Step, double Value)[] Squares() =>
    [
        .. plot.QuerySelectorAll("rect[fill^='#']")
            .Select(square => (X: Number(square, "x") + (Number(square, "width") / 2), Y: Number(square, "y") + (Number(square, "height") / 2)))
            .Where(middle => middle.Y >= 0)
            .Select(middle => Read(middle.X, middle.Y)),
    ];

    private (double Step, double Value)[] Corners(IElement path) =>
        [.. Corner().Matches(path.GetAttribute("d")!).Select(corner => Read(Parse(corner.Groups[1].Value), Parse(corner.Groups[2].Value)))];

    private (double Step, double Value) Read(double x, double y) => (On(across, x), isLogarithmic ? Math.Pow(10, On(up, y)) : On(up, y));

    private double Scale(double value) => isLogarithmic ? Math.Log10(value) : value;

    private static double On((double Place, double Value)[] axis, double place)
    {
        ((double first, double low), (double last, double high)) = (axis[0], axis[^1]);
        return low + ((place - first) / (last - first) * (high - low));
    }

    private static double Number(IElement element, string attribute) => Parse(element.GetAttribute(attribute)!);

    private static double Parse(string number) => number.EndsWith('%')
        ? Parse(number[..^1].Trim()) / 100
        : double.Parse(number.Replace('−', '-'), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[ML](-?[\d.]+) (-?[\d.]+)")]
    private static partial Regex Corner();
}
