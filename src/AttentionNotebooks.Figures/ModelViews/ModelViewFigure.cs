using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>All heads of all layers as thumbnails on one scale, a row a layer; each opens large. In each picture row = key, column = query.</summary>
/// <remarks>
/// Many tokens are binned by their greatest weight, and images round weights to a number of levels; the figure says both. A model of 12×12 heads and
/// 128 tokens takes less than 2.5 MB whatever its weights are. More than 400 heads are thumbnails alone.
/// </remarks>
public sealed class ModelViewFigure : Figure
{
    private readonly AttentionMap map;
    private readonly HeatmapData large;
    private readonly HeatmapData thumbnails;
    private readonly HeatmapScale scale;
    private readonly ModelViewGrid grid;

    internal ModelViewFigure(AttentionMap map)
    {
        this.map = map;
        int heads = map.LayerNumbers.Count * map.HeadNumbers.Count;
        large = new HeatmapData(map, RasterBudget.Side(heads));
        thumbnails = new HeatmapData(map, ModelViewBudget.SideOfThumbnails(heads));
        scale = new HeatmapScale(large.Greatest, ModelViewGrid.LayoutOf(large).HasNumbers, large.HasNegative) { Levels = RasterBudget.Levels(heads, large.CellCount, large.HasNegative) };
        grid = new ModelViewGrid(map, large, thumbnails, scale);
    }

    internal override bool UsesScript => true;

    internal override string Title =>
        $"Model view: {Count.Of(map.LayerNumbers.Count, "layer", "layers")} × {Count.Of(map.HeadNumbers.Count, "head", "heads")}, {Count.Of(map.Keys, "key", "keys")} × {Count.Of(map.Queries, "query", "queries")}";

    /// <summary>Writes the thumbnails with the numbers of their layers and heads and with the legend as one SVG file of its own.</summary>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public void SaveSvg(string path)
    {
        SvgPage page = new(Title);
        page.Add([Title]);
        page.Add(HeatmapLegend.Draw(scale), HeatmapLegend.Width, HeatmapLegend.Height);
        XElement drawing = new ModelViewSvg(map, large, thumbnails, scale).Draw();
        page.Add(drawing, (double)drawing.Attribute("width")!, (double)drawing.Attribute("height")!);
        page.Add([.. ModelViewNotices.OfThumbnails(map, thumbnails, scale)]);
        AtomicFile.WriteAllText(path, Html.Render(page.Draw()) + "\n");
    }

    /// <summary>The strongest weight of each head.</summary>
    /// <returns>One line a head.</returns>
    public override string ToString()
    {
        StringBuilder text = new(Title);
        foreach (HeatmapPanelData panel in large.Panels)
        {
            (int key, int query, double weight) = panel.Strongest;
            text.AppendLine().Append($"{panel.Caption}: strongest {large.Describe(key, query, weight)}");
        }

        foreach (string note in map.Notes) text.AppendLine().Append(note);
        return text.ToString();
    }

    internal override XElement Draw() =>
        Html.Element(
            "div",
            Html.Attribute("data-attention-figure", "model-view"),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("div", Title),
            Html.Element("div", PaperStyle.LegendAbove, HeatmapLegend.Draw(scale)),
            !grid.Enlarges ? null : Html.Element(
                "div", Html.Attribute("data-needs-script", ""), Html.Attribute("hidden", ""), Html.Element("small", "Choose a thumbnail to see it large; Escape closes it.")),
            Scrolling.Box(Title, grid.Draw()),
            ModelViewNotices.Of(map, large, thumbnails, scale).Select(notice => Html.Element("p", Html.Element("small", notice))),
            HeatmapTable.Draw(large));
}
