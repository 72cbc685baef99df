using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>All heads of all layers as thumbnails on one scale, a row a layer; each opens large. In each picture row = key, column = query.</summary>
/// <remarks>
/// Many tokens are binned by their greatest weight, and images round weights to a number of levels; the figure says both. A model of 12×12 heads and
/// 128 tokens takes less than 2.5 MB whatever its weights are.
/// </remarks>
public sealed class ModelViewFigure : Figure
{
    private readonly AttentionMap map;
    private readonly HeatmapData large;
    private readonly HeatmapData thumbnails;
    private readonly HeatmapScale scale;

    internal ModelViewFigure(AttentionMap map)
    {
        this.map = map;
        large = new HeatmapData(map, ModelViewBudget.Side(map.LayerNumbers.Count * map.HeadNumbers.Count));
        thumbnails = new HeatmapData(map, ModelViewBudget.ThumbnailCells);
        scale = new HeatmapScale(large.Greatest, ModelViewGrid.LayoutOf(large).HasNumbers, large.HasNegative) { Levels = ModelViewBudget.Levels(large.CellCount) };
    }

    internal override bool UsesScript => true;

    internal override string Title =>
        $"Model view: {Count.Of(map.LayerNumbers.Count, "layer", "layers")} × {Count.Of(map.HeadNumbers.Count, "head", "heads")}, {Count.Of(map.Keys, "key", "keys")} × {Count.Of(map.Queries, "query", "queries")}";

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
            Html.Element("div", HeatmapLegend.Draw(scale)),
            Html.Element(
                "div", Html.Attribute("data-needs-script", ""), Html.Attribute("hidden", ""), Html.Element("small", "Choose a thumbnail to see it large; Escape closes it.")),
            Scrolling.Box(Title, new ModelViewGrid(map, large, thumbnails, scale).Draw()),
            ModelViewNotices.Of(map, large, thumbnails, scale).Select(notice => Html.Element("p", Html.Element("small", notice))),
            HeatmapTable.Draw(large));
}
