using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A drawing as an SVG file of its own: dark ink on white paper instead of the colours of a page, and a margin.</summary>
internal static class PaperSvg
{
    private const string Ink = "#1f1f1f";
    private const double Margin = 12;
    private const double TitleHeight = 24;

    internal static void Save(string path, string title, XElement drawing)
    {
        double width = Math.Max((double)drawing.Attribute("width")!, PixelWidth.Of(title, 12)) + (2 * Margin);
        double height = (double)drawing.Attribute("height")! + TitleHeight + (2 * Margin);
        drawing.SetAttributeValue("x", Margin);
        drawing.SetAttributeValue("y", Margin + TitleHeight);
        foreach (XAttribute colour in drawing.DescendantsAndSelf().Attributes().Where(attribute => attribute.Value == "currentColor")) colour.Value = Ink;
        XElement document = Html.Svg(
            "svg",
            Html.Attribute("width", width),
            Html.Attribute("height", height),
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {width} {height}")),
            Html.Svg("title", title),
            Html.Svg("rect", Html.Attribute("width", width), Html.Attribute("height", height), Html.Attribute("fill", "#ffffff")),
            Html.Svg(
                "text",
                Html.Attribute("x", Margin),
                Html.Attribute("y", Margin + 12),
                Html.Attribute("font-family", "system-ui, sans-serif"),
                Html.Attribute("font-size", 12),
                Html.Attribute("fill", Ink),
                title),
            drawing);
        AtomicFile.WriteAllText(path, Html.Render(document) + "\n");
    }
}
