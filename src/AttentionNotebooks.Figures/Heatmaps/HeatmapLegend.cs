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
            Html.Svg("title", $"Scale of the {scale.Quantity}s: from {Number(scale, Ticks(scale)[0])} to {WeightNumber.Exact(scale.Greatest)}"),
            Html.Svg("text", Html.Attribute("y", 12), scale.Quantity),
            Html.Svg("g", Html.Attribute("fill", scale.PositiveFill), Enumerable.Range(0, Steps).Select(step => Step(scale, step))),
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

    private static double[] Ticks(HeatmapScale scale) => scale switch { { Greatest: 0 } => [0], { IsSigned: true } => [-1, 0, 1], _ => [0, 1] };

    /// <summary>0 to 1: how far from the left edge.</summary>
    private static double Place(HeatmapScale scale, double tick) => scale.IsSigned ? (tick + 1) / 2 : tick;

    /// <summary>The value that a step shows.</summary>
    private static double Value(HeatmapScale scale, int step)
    {
        double place = step / (Steps - 1.0);
        return scale.Greatest * (scale.IsSigned ? (2 * place) - 1 : place);
    }

    private static string Number(HeatmapScale scale, double tick) => WeightNumber.Exact(scale.Greatest * tick);

    private static XElement Tick(HeatmapScale scale, double tick) =>
        Html.Svg(
            "text",
            Html.Attribute("x", Left + (Place(scale, tick) * Steps * StepWidth)),
            Html.Attribute("y", 28),
            Number(scale, tick));

    private static XElement Step(HeatmapScale scale, int step) =>
        Html.Svg(
            "rect",
            Html.Attribute("x", Left + (step * StepWidth)),
            Html.Attribute("y", 2),
            Html.Attribute("width", StepWidth),
            Html.Attribute("height", 12),
            Value(scale, step) < 0 ? Html.Attribute("fill", HeatmapScale.NegativeFill) : null,
            Html.Attribute("fill-opacity", scale.Opacity(Value(scale, step))));
}
