using System.Globalization;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The cells of a large panel as one image: as many elements would take a hundred times the room.</summary>
internal static class HeatmapRaster
{
    /// <summary>The weights are rounded to so many steps of the scale.</summary>
    internal const int Levels = 64;

    internal static XElement Draw(double[,] cells, HeatmapLayout layout, HeatmapScale scale) =>
        Html.Svg(
            "image",
            Html.Attribute("width", layout.PlotWidth),
            Html.Attribute("height", layout.PlotHeight),
            Html.Attribute("preserveAspectRatio", "none"),
            Html.Attribute("image-rendering", "pixelated"),
            Html.Attribute("href", "data:image/png;base64," + Convert.ToBase64String(Encode(cells, layout, scale))));

    private static byte[] Encode(double[,] cells, HeatmapLayout layout, HeatmapScale scale)
    {
        int height = cells.GetLength(0), width = cells.GetLength(1);
        byte[] levels = new byte[height * width];
        for (int index = 0; index < levels.Length; index++)
            levels[index] = (byte)Math.Round(scale.Strength(cells[index / width, index % width]) * (Levels - 1));

        // A pixel of the image is at most a pixel of the screen, so that readers who know no "pixelated" blur nothing.
        return PaletteImage.Encode(levels, width, height, Palette(scale.Ceiling), magnification: (int)Math.Ceiling(layout.Cell));
    }

    private static (byte Red, byte Green, byte Blue, byte Alpha)[] Palette(double ceiling) =>
        [.. Enumerable.Range(0, Levels).Select(level => (Channel(1), Channel(3), Channel(5), (byte)Math.Round(255 * ceiling * level / (Levels - 1))))];

    private static byte Channel(int start) => byte.Parse(HeatmapScale.Hue.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
