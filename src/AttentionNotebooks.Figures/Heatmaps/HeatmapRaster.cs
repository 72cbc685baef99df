using System.Globalization;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The cells of a large panel as one image: as many elements would take a hundred times the room.</summary>
/// <remarks>
/// The image carries the weights rounded to <see cref="HeatmapScale.Levels"/> steps: palette entry k stands for k / (levels − 1) of the end of the scale.
/// On a scale with two sides the entries after those stand for the same below zero.
/// </remarks>
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
            // A pixel of the image is at most a pixel of the screen, so that readers who know no "pixelated" blur nothing.
            Html.Attribute("href", DataAddress(cells, scale, magnification: layout.RasterMagnification)));

    /// <summary>The image as an address that carries it.</summary>
    internal static string DataAddress(double[,] cells, HeatmapScale scale, int magnification)
    {
        int height = cells.GetLength(0), width = cells.GetLength(1);
        byte[] entries = new byte[height * width];
        for (int index = 0; index < entries.Length; index++)
        {
            int level = scale.Level(cells[index / width, index % width]);
            entries[index] = (byte)(level < 0 ? scale.Levels - level - 1 : level);
        }

        return "data:image/png;base64," + Convert.ToBase64String(PaletteImage.Encode(entries, width, height, Palette(scale), magnification));
    }

    private static (byte Red, byte Green, byte Blue, byte Alpha)[] Palette(HeatmapScale scale)
    {
        IEnumerable<(byte, byte, byte, byte)> positive = Enumerable.Range(0, scale.Levels).Select(level => Entry(scale.PositiveFill, scale, level));
        return scale.IsSigned ? [.. positive, .. Enumerable.Range(1, scale.Levels - 1).Select(level => Entry(HeatmapScale.NegativeFill, scale, level))] : [.. positive];
    }

    private static (byte Red, byte Green, byte Blue, byte Alpha) Entry(string hue, HeatmapScale scale, int level) =>
        (Channel(hue, 1), Channel(hue, 3), Channel(hue, 5), (byte)Math.Round(255 * scale.Ceiling * level / (scale.Levels - 1)));

    private static byte Channel(string hue, int start) => byte.Parse(hue.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
