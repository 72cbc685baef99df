using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The scale of a figure with its numbers.</summary>
internal static class HeatmapLegend
{
    internal const double Width = 250;
    internal const double Height = 34;

    private const int Steps = 25;
    private const double StepWidth = 6;
    private const double Left = 48;

    internal static XElement Draw(HeatmapScale scale) =>
        SvgDrawing.Of(
            "img",
            Width,
            Height,
            HeatmapLayout.FontSize,
            Html.Svg("title", $"Scale of the weights: from 0 to {WeightNumber.Exact(scale.Greatest)}"),
            Html.Svg("text", Html.Attribute("y", 12), "weight"),
            Html.Svg("g", Html.Attribute("fill", HeatmapScale.Hue), Enumerable.Range(0, Steps).Select(step => Step(scale, step))),
            Html.Svg(
                "rect",
                Html.Attribute("x", Left),
                Html.Attribute("y", 2),
                Html.Attribute("width", Steps * StepWidth),
                Html.Attribute("height", 12),
                Html.Attribute("fill", "none"),
                Html.Attribute("stroke", "currentColor"),
                Html.Attribute("stroke-opacity", 0.35)),
            Html.Svg(
                "g",
                Html.Attribute("text-anchor", "middle"),
                Ticks(scale).Select(tick => Tick(scale, tick))));

    private static double[] Ticks(HeatmapScale scale) => scale.Greatest > 0 ? [0, 1] : [0];

    private static XElement Tick(HeatmapScale scale, double place) =>
        Html.Svg(
            "text",
            Html.Attribute("x", Left + (place * Steps * StepWidth)),
            Html.Attribute("y", 28),
            WeightNumber.Exact(scale.Greatest * place));

    private static XElement Step(HeatmapScale scale, int step) =>
        Html.Svg(
            "rect",
            Html.Attribute("x", Left + (step * StepWidth)),
            Html.Attribute("y", 2),
            Html.Attribute("width", StepWidth),
            Html.Attribute("height", 12),
            Html.Attribute("fill-opacity", scale.Opacity(scale.Greatest * step / (Steps - 1))));
}
