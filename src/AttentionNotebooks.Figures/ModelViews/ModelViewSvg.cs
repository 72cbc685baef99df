using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The thumbnails of a model view as one drawing, a row a layer and a column a head.</summary>
internal sealed class ModelViewSvg(AttentionMap map, HeatmapData large, HeatmapData thumbnails, HeatmapScale scale)
{
    private const double FontSize = 11;
    private const double Gap = 4;
    private const double Left = 70;
    private const double Top = 22;

    private readonly (int Width, int Height) size = ModelViewGrid.SizeOf(map.HeadNumbers.Count, thumbnails);

    internal XElement Draw() =>
        SvgDrawing.Of(
            "group",
            Left + (map.HeadNumbers.Count * (size.Width + Gap)),
            Top + (map.LayerNumbers.Count * (size.Height + Gap)),
            FontSize,
            Text(0, 14, "start", "layer \\ head"),
            map.HeadNumbers.Select((head, column) => Text(X(column) + (size.Width / 2.0), 14, "middle", $"{head}")),
            map.LayerNumbers.Select((layer, row) => Text(Left - (2 * Gap), Y(row) + (size.Height / 2.0) + 4, "end", $"{layer}")),
            thumbnails.Panels.Select(Thumbnail));

    private double X(int column) => Left + (column * (size.Width + Gap));

    private double Y(int row) => Top + (row * (size.Height + Gap));

    private static XElement Text(double x, double y, string anchor, string text) =>
        Html.Svg("text", Html.Attribute("x", x), Html.Attribute("y", y), Html.Attribute("text-anchor", anchor), text);

    private XElement Thumbnail(HeatmapPanelData panel, int place)
    {
        (int key, int query, double weight) = large.Panels[place].Strongest;
        // Readers who know no "pixelated" would blur an image that they have to magnify.
        int magnification = (int)Math.Ceiling((double)size.Width / thumbnails.Queries.Length);
        return Html.Svg(
            "g",
            Html.Attribute("transform", SvgNumber.Translate(X(place % map.HeadNumbers.Count), Y(place / map.HeadNumbers.Count))),
            Html.Svg("title", $"{panel.Caption}. Strongest: {large.Describe(key, query, weight)}"),
            Html.Svg("image", Size(), Html.Attribute("preserveAspectRatio", "none"), Html.Attribute("image-rendering", "pixelated"), Html.Attribute("href", HeatmapRaster.DataAddress(panel.Cells, scale, magnification))),
            Html.Svg("rect", Size(), Html.Attribute("fill", "none"), Html.Attribute("stroke", "currentColor"), Html.Attribute("stroke-opacity", 0.6)));
    }

    private XAttribute?[] Size() => [Html.Attribute("width", size.Width), Html.Attribute("height", size.Height)];
}
