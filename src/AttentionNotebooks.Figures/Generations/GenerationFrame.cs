using System.Globalization;
using System.Xml.Linq;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>One step of a generation: the map so far, its newest query marked, and what that takes from each key in words.</summary>
internal sealed class GenerationFrame
{
    /// <summary>So many keys are told in words.</summary>
    private const int ToldKeys = 4;

    private readonly MapFrames frames;
    private readonly AttentionMap map;
    private readonly HeatmapAxis keys;
    private readonly int step;

    internal GenerationFrame(MapFrames frames, int step)
    {
        this.frames = frames;
        this.step = step;
        map = frames.Step(step);
        keys = new HeatmapAxis("token", map.Keys, map.KeyLabels, map.Keys);
        Label = string.Create(CultureInfo.InvariantCulture, $"step {step + 1} of {frames.Count}: {Name(map.QueryLabels, map.Queries - 1)}");
    }

    /// <summary>For example <c>step 5 of 12: bank</c>.</summary>
    internal string Label { get; }

    /// <summary>The newest query in words, a line a head.</summary>
    internal IEnumerable<string> Told =>
        from layer in map.LayerNumbers from head in map.HeadNumbers select Tell(map[layer, head].Column(map.Queries - 1));

    /// <param name="number">The number of the frame, from 0.</param>
    internal XElement Draw(int number) => FramePanels.Draw(frames, step, number, Label, [.. Told], Newest());

    private static string Name(IReadOnlyList<string>? labels, int index) =>
        labels is null ? string.Create(CultureInfo.InvariantCulture, $"token {index}") : TokenText.Isolate(TokenText.Shorten(labels[index]));

    private string Tell(Vector<double> weights)
    {
        int[] strongest = [.. Enumerable.Range(0, weights.Count).Where(key => weights[key] != 0).OrderByDescending(key => weights[key]).Take(ToldKeys)];
        IEnumerable<string> told = strongest.Select(key => $"{(keys.HasLabels ? keys.Told(key) : keys.Described(key))} {WeightNumber.Exact(weights[key])}");
        return $"takes from {(strongest.Length == 0 ? "no key" : string.Join(", ", told))}{(weights.Count(weight => weight != 0) > ToldKeys ? ", …" : "")}";
    }

    /// <summary>A frame around the map so far, and a dashed one around the column of its newest query.</summary>
    private XElement[] Newest()
    {
        HeatmapData last = frames.Last;
        double width = (double)map.Queries / last.Queries.BinSize * frames.Layout.Cell, height = (double)map.Keys / last.Keys.BinSize * frames.Layout.Cell;
        double column = Math.Min(width, frames.Layout.Cell);
        return [Outline(0, width, height, null, 0.35), Outline(width - column, column, height, "4 2", 1)];
    }

    private static XElement Outline(double x, double width, double height, string? dashes, double opacity) =>
        Html.Svg(
            "rect",
            Html.Attribute("x", SvgNumber.Round(x)),
            Html.Attribute("width", SvgNumber.Round(width)),
            Html.Attribute("height", SvgNumber.Round(height)),
            Html.Attribute("fill", "none"),
            Html.Attribute("stroke", "currentColor"),
            Html.Attribute("stroke-dasharray", dashes),
            Html.Attribute("stroke-opacity", opacity));
}
