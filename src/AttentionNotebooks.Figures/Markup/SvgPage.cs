using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>An SVG file of its own, for white paper: drawings one below the other, then lines of text.</summary>
/// <param name="title">The title of the file.</param>
internal sealed class SvgPage(string title)
{
    private const string Ink = "#1f1f1f";
    private const double Margin = 12;
    private const double LineHeight = 18;
    private const double FontSize = 11;

    private readonly List<XElement> parts = [];
    private double width;
    private double height = Margin;

    /// <summary>Writes one drawing below its title.</summary>
    internal static void Save(string path, string title, XElement drawing)
    {
        SvgPage page = new(title);
        page.Add([title]);
        page.Add(drawing, (double)drawing.Attribute("width")!, (double)drawing.Attribute("height")!);
        AtomicFile.WriteAllText(path, Html.Render(page.Draw()) + "\n");
    }

    /// <summary>A drawing below what is there.</summary>
    /// <param name="drawing">An svg element of the same size; it is moved.</param>
    /// <param name="drawingWidth">Its width.</param>
    /// <param name="drawingHeight">Its height.</param>
    internal void Add(XElement drawing, double drawingWidth, double drawingHeight)
    {
        Place(drawing, Margin, height);
        parts.Add(drawing);
        width = Math.Max(width, drawingWidth);
        height += drawingHeight + Margin;
    }

    /// <summary>Drawings of one size in rows.</summary>
    internal void Add(IReadOnlyList<XElement> drawings, int columns, double drawingWidth, double drawingHeight)
    {
        for (int index = 0; index < drawings.Count; index++)
            Place(drawings[index], Margin + (index % columns * (drawingWidth + Margin)), height + (index / columns * (drawingHeight + Margin)));
        parts.AddRange(drawings);
        width = Math.Max(width, (columns * (drawingWidth + Margin)) - Margin);
        height += (drawings.Count + columns - 1) / columns * (drawingHeight + Margin);
    }

    /// <summary>Lines of text below what is there.</summary>
    internal void Add(IReadOnlyList<string> lines)
    {
        foreach (string line in lines)
        {
            parts.Add(Html.Svg("text", Html.Attribute("x", Margin), Html.Attribute("y", SvgNumber.Round(height + FontSize)), line));
            width = Math.Max(width, Math.Ceiling(PixelWidth.Of(line, FontSize)));
            height += LineHeight;
        }
    }

    /// <summary>The document.</summary>
    internal XElement Draw()
    {
        double fullWidth = width + (2 * Margin);
        XElement document = Html.Svg(
            "svg",
            Html.Attribute("width", fullWidth),
            Html.Attribute("height", height),
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {fullWidth} {height}")),
            Html.Attribute("font-family", "system-ui, sans-serif"),
            Html.Attribute("font-size", FontSize),
            Html.Attribute("fill", Ink),
            Html.Svg("title", title),
            Html.Svg("rect", Html.Attribute("width", fullWidth), Html.Attribute("height", height), Html.Attribute("fill", "#ffffff")),
            parts);
        foreach (XAttribute colour in document.Descendants().Attributes().Where(attribute => attribute.Value == "currentColor")) colour.Value = Ink;
        return document;
    }

    private static void Place(XElement drawing, double x, double y)
    {
        drawing.SetAttributeValue("x", SvgNumber.Round(x));
        drawing.SetAttributeValue("y", SvgNumber.Round(y));
    }
}
