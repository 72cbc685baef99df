using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Growths;

/// <summary>A panel as a person reads it: markers and lines against the labels of its axes.</summary>
internal sealed partial class GrowthReading
{
    private static readonly Dictionary<string, double> Units = new()
    {
        ["ns"] = 1e-9,
        ["µs"] = 1e-6,
        ["ms"] = 1e-3,
        ["s"] = 1,
        ["B"] = 1,
        ["kB"] = 1e3,
        ["MB"] = 1e6,
        ["GB"] = 1e9,
    };

    private readonly IElement plot;
    private readonly AttentionGrowth growth;
    private readonly (double Place, double Logarithm)[] across;
    private readonly (double Place, double Logarithm)[] up;

    private GrowthReading(IElement plot, AttentionGrowth growth)
    {
        this.plot = plot;
        this.growth = growth;
        across = Labels("middle", text => (Number(text, "x"), Math.Log10(Parse(text.TextContent))));
        up = Labels("end", text => (Number(text, "y") - 4, Math.Log10(ParseQuantity(text.TextContent))));
    }

    internal string[] Texts => plot.Texts("text");

    internal static IElement[] Panels(IElement body) => [.. body.QuerySelectorAll("svg").Where(svg => svg.QuerySelector("desc") is not null)];

    internal static GrowthReading Panel(IElement body, int index, AttentionGrowth growth) => new(Panels(body)[index].QuerySelector("g")!, growth);

    /// <summary>The points with their markers: circles for the output only, squares for the weights kept.</summary>
    internal IEnumerable<(GrowthPoint Point, IElement Marker)> Markers()
    {
        foreach (bool keepsWeights in (bool[])[false, true])
        {
            GrowthPoint[] points = [.. growth.Points.Where(point => point.KeepsWeights == keepsWeights)];
            IElement[] markers = [.. plot.QuerySelectorAll(keepsWeights ? "rect" : "circle").Where(shape => shape.QuerySelector("title") is not null)];
            Assert.Equal(points.Length, markers.Length);
            foreach ((GrowthPoint point, IElement marker) in points.Zip(markers)) yield return (point, marker);
        }
    }

    /// <summary>The size and the value at the middle of a marker.</summary>
    internal (double Size, double Value) Read(IElement marker)
    {
        (double x, double y) = marker.LocalName == "circle"
            ? (Number(marker, "cx"), Number(marker, "cy"))
            : (Number(marker, "x") + (Number(marker, "width") / 2), Number(marker, "y") + (Number(marker, "height") / 2));
        return (Math.Pow(10, On(across, x)), Math.Pow(10, On(up, y)));
    }

    /// <summary>By how many decades the value of each guide grows for a decade of the size; a guide stays inside the frame.</summary>
    internal IEnumerable<double> GuideSlopes()
    {
        IElement frame = plot.QuerySelector("rect")!;
        foreach (Match line in plot.QuerySelectorAll("path").Select(path => Guide().Match(path.GetAttribute("d")!)).Where(line => line.Success))
        {
            double[] ends = [.. line.Groups.Values.Skip(1).Select(number => Parse(number.Value))];
            Assert.InRange(ends[2], 0, Number(frame, "width"));
            Assert.InRange(ends[3], 0, Number(frame, "height"));
            yield return (On(up, ends[3]) - On(up, ends[1])) / (On(across, ends[2]) - On(across, ends[0]));
        }
    }

    private (double Place, double Logarithm)[] Labels(string anchor, Func<IElement, (double, double)> read) =>
        [.. plot.QuerySelectorAll("text").Where(text => text.GetAttribute("text-anchor") == anchor).Select(read)];

    private static double On((double Place, double Logarithm)[] axis, double place)
    {
        ((double first, double low), (double last, double high)) = (axis[0], axis[^1]);
        return low + ((place - first) / (last - first) * (high - low));
    }

    private static double Number(IElement element, string attribute) => Parse(element.GetAttribute(attribute)!);

    /// <summary>For example 10 ms.</summary>
    private static double ParseQuantity(string text) => Parse(text.Split(' ')[0]) * Units[text.Split(' ')[1]];

    private static double Parse(string number) => double.Parse(number, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^M(\S+) (\S+)L(\S+) (\S+)$")]
    private static partial Regex Guide();
}
