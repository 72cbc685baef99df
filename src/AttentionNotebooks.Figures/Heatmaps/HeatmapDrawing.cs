using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Panels side by side with legend, notices and table: what heatmaps of weights and of differences have in common.</summary>
internal sealed class HeatmapDrawing
{
    private readonly HeatmapData data;
    private readonly HeatmapLayout layout;
    private readonly HeatmapScale scale;
    private readonly bool hasSums;

    internal HeatmapDrawing(HeatmapData data, string title, bool isSigned, bool hasSums = false)
    {
        this.data = data;
        this.hasSums = hasSums;
        Title = title;
        layout = new HeatmapLayout(data, hasSums);
        scale = new HeatmapScale(data.Greatest, layout.HasNumbers, isSigned) { Quantity = data.Noun[..^1], Levels = RasterBudget.Levels(data.Panels.Count, data.CellCount, isSigned) };
    }

    private string Title { get; }

    /// <summary>The whole as one SVG document.</summary>
    internal string Svg() => Html.Render(HeatmapSvg.Draw(Title, layout, Panels(), HeatmapLegend.Draw(scale), Notices())) + "\n";

    internal XElement Draw() =>
        Html.Element(
            "div",
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("div", PaperStyle.LegendAbove, HeatmapLegend.Draw(scale)),
            Scrolling.Box($"Heatmaps. {Title}", Panels().SelectMany(panel => new object[] { panel, " " })),
            Notices().Select(notice => Html.Element("p", Html.Element("small", notice))),
            HeatmapTable.Draw(data, hasSums: hasSums));

    /// <summary>The panels and their size, for a title.</summary>
    internal static string Describe(HeatmapData data) =>
        $"{(data.Panels.Count == 1 ? data.Panels[0].Caption : $"{data.Panels.Count} heads")}, {data.Keys.Tokens} keys × {data.Queries.Tokens} queries";

    private XElement[] Panels()
    {
        HeatmapPanel panel = new(data, layout, scale, hasSums);
        return [.. data.Panels.Select(panel.Draw)];
    }

    private string[] Notices() => [.. HeatmapNotices.Of(data, scale.Levels, hasSums)];
}
