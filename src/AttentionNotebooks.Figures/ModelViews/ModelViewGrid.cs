using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A table of thumbnails, a row a layer and a column a head; below each row, folded away, its heads in large.</summary>
internal sealed class ModelViewGrid(AttentionMap map, HeatmapData large, HeatmapData thumbnails, HeatmapScale scale)
{
    private const string HeaderStyle = "padding:0 .4em;font-weight:normal;text-align:center;white-space:nowrap";

    private readonly HeatmapPanel panel = new(large, LayoutOf(large), scale);

    /// <summary>Width and height of a thumbnail.</summary>
    private readonly (int Width, int Height) size = SizeOf(map.HeadNumbers.Count, thumbnails);

    /// <summary>True where there is room to show each head in large.</summary>
    internal bool Enlarges => large.Panels.Count <= ModelViewBudget.GreatestEnlarged;

    internal XElement Draw() =>
        Html.Element(
            "table",
            Html.Attribute("style", "border-collapse:collapse;margin:0"),
            Html.Element("thead", Html.Attribute("style", "background:none;border:0"), Html.Element("tr", Header("col", "layer \\ head"), map.HeadNumbers.Select(head => Header("col", $"{head}")), Filler())),
            Html.Element("tbody", map.LayerNumbers.SelectMany((layer, place) => Rows(layer, place * map.HeadNumbers.Count))));

    private XElement[] Rows(int layer, int firstPanel) =>
    [
        Row(Header("row", $"{layer}"), map.HeadNumbers.Select((head, place) => Thumbnail(layer, head, firstPanel + place))),
        .. Enlarges ? [LargeRow(layer, firstPanel)] : Array.Empty<XElement>(),
    ];

    private XElement LargeRow(int layer, int firstPanel) =>
        Row(
            null,
            Html.Element(
                "td",
                Html.Attribute("colspan", map.HeadNumbers.Count + 2),
                // Hosts align the cells of tables to the right.
                Html.Attribute("style", "text-align:left"),
                Html.Element(
                    "details",
                    Html.Summary(Html.Element("small", $"Layer {layer} in large")),
                    map.HeadNumbers.SelectMany((head, place) => new object[] { Large(layer, head, firstPanel + place), " " }))));

    private XElement Thumbnail(int layer, int head, int place)
    {
        HeatmapPanelData data = thumbnails.Panels[place];
        (int key, int query, double weight) = large.Panels[place].Strongest;
        return Html.Element(
            "td",
            Html.Attribute("style", "position:relative;padding:2px"),
            Html.Element(
                "img",
                Html.Attribute("src", HeatmapRaster.DataAddress(data.Cells, scale, magnification: 1)),
                Html.Attribute("width", size.Width),
                Html.Attribute("height", size.Height),
                Html.Attribute("alt", $"{data.Caption}. Strongest: {large.Describe(key, query, weight)}"),
                Html.Attribute("style", "display:block;margin:0;max-width:none;image-rendering:pixelated;outline:1px solid rgba(128,128,128,.6)")),
            !Enlarges ? null : Html.Element(
                "button",
                Html.Attribute("type", "button"),
                Html.Attribute("data-needs-script", ""),
                Html.Attribute("hidden", ""),
                Html.Attribute("data-enlarge", Name(layer, head)),
                Html.Attribute("aria-label", $"Enlarge {data.Caption}"),
                Html.Attribute("style", "position:absolute;inset:0;width:100%;padding:0;border:0;background:none;color:inherit;cursor:zoom-in")));
    }

    private XElement Large(int layer, int head, int place) =>
        Html.Element("span", Html.Attribute("data-large", Name(layer, head)), panel.Draw(large.Panels[place]));

    /// <summary>Takes the width that is left, so that the columns do not spread when a row is opened.</summary>
    private static XElement Filler() => Html.Element("td", Html.Attribute("width", "100%"));

    private static XElement Row(params object?[] content) => Html.Element("tr", Html.Attribute("style", "background:none"), content);

    private static XElement Header(string scope, string text) => Html.Element("th", Html.Attribute("scope", scope), Html.Attribute("style", HeaderStyle), text);

    private static string Name(int layer, int head) => $"l{layer}h{head}";

    internal static HeatmapLayout LayoutOf(HeatmapData data) =>
        new(data, side: 480, HeatmapPanel.IsRaster(data) ? ModelViewBudget.LabelsOfImage : int.MaxValue) { RasterMagnification = 1 };

    /// <summary>A dozen heads fit a notebook's cell; the longer axis takes the whole side.</summary>
    internal static (int Width, int Height) SizeOf(int heads, HeatmapData data)
    {
        int side = heads <= 12 ? 52 : 36;
        double cell = (double)side / Math.Max(data.Keys.Length, data.Queries.Length);
        return (Length(data.Queries), Length(data.Keys));

        int Length(HeatmapAxis axis) => Math.Max(4, (int)Math.Round(cell * axis.Length));
    }
}
