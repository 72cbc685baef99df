using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The whole figure as one SVG document for white paper: legend, panels in a grid, notices.</summary>
internal static class HeatmapSvg
{
    private const string Ink = "#1f1f1f";
    private const double Margin = 12;
    private const double NoticeHeight = 18;

    internal static XElement Draw(string title, HeatmapLayout layout, IReadOnlyList<XElement> panels, XElement legend, IReadOnlyList<string> notices)
    {
        int columns = Columns(layout, panels.Count);
        int rows = (panels.Count + columns - 1) / columns;
        double top = Margin + HeatmapLegend.Height + Margin;
        double bottom = top + (rows * (layout.Height + Margin));
        double width = Margin + Math.Max(columns * (layout.Width + Margin), WidestText(notices));
        double height = bottom + (notices.Count * NoticeHeight);
        XElement document = Html.Svg(
            "svg",
            Html.Attribute("width", width),
            Html.Attribute("height", height),
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {width} {height}")),
            Html.Attribute("font-family", "system-ui, sans-serif"),
            Html.Attribute("font-size", HeatmapLayout.FontSize),
            Html.Attribute("fill", Ink),
            Html.Svg("title", title),
            Html.Svg("rect", Html.Attribute("width", width), Html.Attribute("height", height), Html.Attribute("fill", "#ffffff")),
            Placed(legend, Margin, Margin),
            panels.Select((panel, index) => Placed(panel, Margin + (index % columns * (layout.Width + Margin)), top + (index / columns * (layout.Height + Margin)))),
            notices.Select((notice, index) => Html.Svg("text", Html.Attribute("x", Margin), Html.Attribute("y", bottom + (index * NoticeHeight)), notice)));
        foreach (XAttribute colour in document.Descendants().Attributes().Where(attribute => attribute.Value == "currentColor")) colour.Value = Ink;
        return document;
    }

    /// <summary>A grid a bit wider than high, as screens and slides are.</summary>
    private static int Columns(HeatmapLayout layout, int panels) =>
        Math.Clamp((int)Math.Round(Math.Sqrt(panels * 1.4 * layout.Height / layout.Width)), Math.Min(panels, 2), panels);

    private static double WidestText(IReadOnlyList<string> lines) =>
        Math.Ceiling(lines.Select(line => PixelWidth.Of(line, HeatmapLayout.FontSize) + Margin).Append(HeatmapLegend.Width + Margin).Max());

    private static XElement Placed(XElement drawing, double x, double y)
    {
        drawing.SetAttributeValue("x", SvgNumber.Round(x));
        drawing.SetAttributeValue("y", SvgNumber.Round(y));
        return drawing;
    }
}
