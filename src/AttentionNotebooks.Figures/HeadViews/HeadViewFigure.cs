using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The heads of a layer as lines from the queries, on the left, to the keys that they attend to, on the right.</summary>
public sealed class HeadViewFigure : Figure
{
    private readonly HeadViewData data;
    private readonly HeadViewLegend legend;

    internal HeadViewFigure(HeadViewData data)
    {
        this.data = data;
        legend = new HeadViewLegend(data.Map.HeadNumbers);
    }

    internal override string Title =>
        $"Head view of layer {data.Map.LayerNumbers[0]}: {Heads}, {Tokens(block => block.FirstQuery, block => block.Data.Queries, "query", "queries")} on the left, "
        + $"{Tokens(block => block.FirstKey, block => block.Data.Keys, "key", "keys")} on the right";

    internal override bool UsesScript => true;

    private string Heads => data.Map.HeadNumbers.Count == 1 ? data.Map.CombinedAs ?? $"head {data.Map.HeadNumbers[0]}" : $"{data.Map.HeadNumbers.Count} heads";

    /// <summary>Writes the lines with their legend as one SVG file of its own.</summary>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public void SaveSvg(string path)
    {
        HeadViewDrawing drawing = new(data);
        SvgPage page = new(Title);
        page.Add(legend.Draw(), legend.Width, legend.Height);
        page.Add(drawing.Draw(Title), drawing.Width, drawing.Height);
        page.Add([.. HeadViewNotices.Of(data)]);
        AtomicFile.WriteAllText(path, Html.Render(page.Draw()) + "\n");
    }

    /// <summary>The strongest weights of each head, query by query.</summary>
    /// <returns>Lines of text.</returns>
    public override string ToString() => HeadViewText.Write(data, Title);

    internal override XElement Draw() =>
        Html.Element(
            "div",
            FigureScript.Root("head-view"),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("div", Html.Attribute("data-without-script", ""), PaperStyle.LegendAbove, legend.Draw()),
            Controls(),
            Scrolling.Box($"Lines. {Title}", new HeadViewDrawing(data).Draw(Title)),
            HeadViewNotices.Of(data).Select(notice => Html.Element("p", Html.Element("small", notice))),
            data.Blocks.Select(block => HeatmapTable.Draw(block.Data, block.Part is null ? "" : $" {block.Caption}")));

    private XElement Controls() =>
        Html.Element(
            "div",
            Html.Attribute("data-needs-script", ""),
            Html.Attribute("hidden", ""),
            legend.Switches(),
            data.Blocks.Count == 1 ? null : Html.Element(
                "div",
                Html.Attribute("role", "group"),
                Html.Attribute("aria-label", "Directions"),
                data.Blocks.SelectMany(block => new object[] { HeadViewLegend.Switch(block.Part!, block.Caption), " " })),
            Html.Element(
                "p",
                Html.Element(
                    "small",
                    "Point at a token, or go to it with Tab and the arrow keys, to see its own weights; click or Enter keeps them, Escape lets them go. "
                    + "Double click or Shift+Enter on a switch shows it alone.")));

    private string Tokens(Func<HeadViewBlock, int> place, Func<HeadViewBlock, HeatmapAxis> axis, string one, string many) =>
        Count.Of(data.Blocks.DistinctBy(place).Sum(block => axis(block).Tokens), one, many);
}
