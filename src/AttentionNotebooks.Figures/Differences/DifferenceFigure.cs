using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The difference of two attention maps as heatmaps, one a head: blue where the first has more weight, orange where the second has.</summary>
public sealed class DifferenceFigure : Figure
{
    private readonly AttentionDifference difference;
    private readonly HeatmapDrawing drawing;

    internal DifferenceFigure(AttentionDifference difference)
    {
        this.difference = difference;
        HeatmapData data = HeatmapData.Of(difference);
        Title = $"Change of attention weights: {HeatmapDrawing.Describe(data)}";
        drawing = new HeatmapDrawing(data, Title, isSigned: true);
    }

    internal override string Title { get; }

    /// <summary>Writes all panels with captions and legend as one SVG file of its own.</summary>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public void SaveSvg(string path) => AtomicFile.WriteAllText(path, drawing.Svg());

    /// <summary>A table of the changes where one head fits the terminal; shades, head by head, elsewhere.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString() => HeatmapText.Write(length => HeatmapData.Of(difference, length), Title, TerminalWidth.Current);

    internal override XElement Draw() => drawing.Draw();
}
