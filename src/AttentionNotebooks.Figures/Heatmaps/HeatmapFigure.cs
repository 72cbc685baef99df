using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>An attention map as heatmaps, one a head, side by side on one scale: row = key, column = query.</summary>
public sealed class HeatmapFigure : Figure
{
    private readonly AttentionMap map;
    private readonly HeatmapDrawing drawing;

    internal HeatmapFigure(AttentionMap map)
    {
        this.map = map;
        HeatmapData data = new(map);
        Title = $"Attention weights: {HeatmapDrawing.Describe(data)}";
        drawing = new HeatmapDrawing(data, Title, data.HasNegative);
    }

    internal override string Title { get; }

    /// <summary>Writes all panels with captions and legend as one SVG file of its own.</summary>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public void SaveSvg(string path) => AtomicFile.WriteAllText(path, drawing.Svg());

    /// <summary>A table of the weights where one head fits the terminal; shades, head by head, elsewhere.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString() => HeatmapText.Write(length => new HeatmapData(map, length), Title, TerminalWidth.Current);

    internal override XElement Draw() => drawing.Draw();
}
