using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The whole figure as one SVG document for white paper: legend, panels in a grid, notices.</summary>
internal static class HeatmapSvg
{
    internal static XElement Draw(string title, HeatmapLayout layout, IReadOnlyList<XElement> panels, XElement legend, IReadOnlyList<string> notices)
    {
        SvgPage page = new(title);
        page.Add(legend, HeatmapLegend.Width, HeatmapLegend.Height);
        page.Add(panels, Columns(layout, panels.Count), layout.Width, layout.Height);
        page.Add(notices);
        return page.Draw();
    }

    /// <summary>A grid a bit wider than high, as screens and slides are.</summary>
    private static int Columns(HeatmapLayout layout, int panels) =>
        Math.Clamp((int)Math.Round(Math.Sqrt(panels * 1.4 * layout.Height / layout.Width)), Math.Min(panels, 2), panels);
}
