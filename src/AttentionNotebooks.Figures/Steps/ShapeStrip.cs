using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The way from the input to the output as boxes of the matrices' shapes, drawn to one scale, stage after stage.</summary>
internal static class ShapeStrip
{
    /// <summary>The longest side of a box.</summary>
    private const double Longest = 56;

    /// <summary>The shortest side of a box that can still be seen.</summary>
    private const double Shortest = 5;

    private const double ArrowWidth = 34;
    private const double TextHeight = 30;
    private const double BoxGap = 6;
    private const double FontSize = 11;

    internal static XElement Draw(IReadOnlyList<ShapeBox[]> stages)
    {
        double scale = Longest / stages.SelectMany(stage => stage).Max(box => Math.Max(box.Shape.Rows, box.Shape.Columns));
        double height = stages.Max(stage => StageHeight(stage, scale));
        List<XElement> drawing = [];
        double left = 0;
        foreach (ShapeBox[] stage in stages)
        {
            if (left > 0)
            {
                drawing.Add(Arrow(left, height / 2));
                left += ArrowWidth;
            }

            double width = stage.Max(box => BoxWidth(box, scale));
            double top = (height - StageHeight(stage, scale)) / 2;
            foreach (ShapeBox box in stage)
            {
                drawing.Add(Box(box, scale, left + (width / 2), top));
                top += BoxHeight(box, scale);
            }

            left += width;
        }

        return Picture(stages, drawing, Math.Ceiling(left), Math.Ceiling(height));
    }

    /// <summary>The same in one line of text.</summary>
    internal static string Text(IReadOnlyList<ShapeBox[]> stages) =>
        string.Join(" → ", stages.Select(stage => string.Join(", ", stage.Select(box => $"{box.Symbol} {box.Size}"))));

    private static XElement Picture(IReadOnlyList<ShapeBox[]> stages, IEnumerable<XElement> drawing, double width, double height) =>
        Html.Svg(
            "svg",
            Html.Attribute("role", "img"),
            Html.Attribute("aria-label", "Shapes: " + Text(stages)),
            Html.Attribute("width", width),
            Html.Attribute("height", height),
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {width} {height}")),
            Html.Attribute("font-family", "system-ui, sans-serif"),
            Html.Attribute("font-size", FontSize),
            Html.Attribute("fill", "currentColor"),
            Html.Attribute("text-anchor", "middle"),
            drawing);

    private static XElement Box(ShapeBox box, double scale, double centre, double top)
    {
        (double width, double height) = (Side(box.Shape.Columns, scale), Side(box.Shape.Rows, scale));
        return Html.Svg(
            "g",
            Html.Attribute("transform", SvgNumber.Translate(centre, top)),
            Html.Svg(
                "rect",
                Html.Attribute("x", SvgNumber.Round(-width / 2)),
                Html.Attribute("y", 1),
                Html.Attribute("width", width),
                Html.Attribute("height", height),
                Html.Attribute("fill", HeatmapScale.Hue),
                Html.Attribute("fill-opacity", 0.3),
                Html.Attribute("stroke", "currentColor"),
                Html.Attribute("stroke-opacity", 0.7)),
            Html.Svg("text", Html.Attribute("y", height + 13), Html.Attribute("font-weight", "600"), box.Symbol),
            Html.Svg("text", Html.Attribute("y", height + 26), box.Size));
    }

    private static XElement Arrow(double left, double middle) =>
        Html.Svg("text", Html.Attribute("x", SvgNumber.Round(left + (ArrowWidth / 2))), Html.Attribute("y", SvgNumber.Round(middle)), Html.Attribute("font-size", 16), "→");

    private static double StageHeight(ShapeBox[] stage, double scale) => stage.Sum(box => BoxHeight(box, scale));

    private static double BoxHeight(ShapeBox box, double scale) => Side(box.Shape.Rows, scale) + TextHeight + BoxGap;

    private static double BoxWidth(ShapeBox box, double scale) =>
        Math.Max(Side(box.Shape.Columns, scale) + 2, Math.Max(PixelWidth.Of(box.Size, FontSize), PixelWidth.Of(box.Symbol, FontSize)));

    private static double Side(int length, double scale) => SvgNumber.Round(Math.Max(Shortest, length * scale));
}
