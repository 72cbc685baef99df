using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>An attention map as heatmaps, one a head, side by side on one scale: row = key, column = query.</summary>
public sealed class HeatmapFigure : Figure
{
    private readonly AttentionMap map;
    private readonly HeatmapData data;
    private readonly HeatmapLayout layout;
    private readonly HeatmapScale scale;

    internal HeatmapFigure(AttentionMap map)
    {
        this.map = map;
        data = new HeatmapData(map);
        layout = new HeatmapLayout(data);
        scale = new HeatmapScale(data.Greatest, layout.HasNumbers);
    }

    internal override string Title =>
        $"Attention weights: {(data.Panels.Count == 1 ? data.Panels[0].Caption : $"{data.Panels.Count} heads")}, "
        + $"{data.Keys.Tokens} keys × {data.Queries.Tokens} queries";

    /// <summary>Writes all panels with captions and legend as one SVG file of its own.</summary>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public void SaveSvg(string path) =>
        AtomicFile.WriteAllText(path, Html.Render(HeatmapSvg.Draw(Title, layout, Panels(), HeatmapLegend.Draw(scale), Notices())) + "\n");

    /// <summary>A table of the weights where one head fits the terminal; shades, head by head, elsewhere.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString() => HeatmapText.Write(map, Title, TerminalWidth.Current);

    internal override XElement Draw() =>
        Html.Element(
            "div",
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("div", HeatmapLegend.Draw(scale)),
            Scrolling.Box($"Heatmaps. {Title}", Panels().SelectMany(panel => new object[] { panel, " " })),
            Notices().Select(notice => Html.Element("p", Html.Element("small", notice))),
            HeatmapTable.Draw(data));

    private XElement[] Panels()
    {
        HeatmapPanel panel = new(data, layout, scale);
        return [.. data.Panels.Select(panel.Draw)];
    }

    private string[] Notices() => [.. HeatmapNotices.Of(data)];
}
