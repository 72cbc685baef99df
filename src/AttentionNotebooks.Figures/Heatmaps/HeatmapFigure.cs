using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>An attention map as heatmaps, one a head, side by side on one scale: row = key, column = query.</summary>
public sealed class HeatmapFigure : Figure
{
    private readonly AttentionMap map;
    private readonly HeatmapChoices choices;
    private readonly HeatmapDrawing drawing;

    internal HeatmapFigure(AttentionMap map, HeatmapChoices? choices = null)
    {
        this.map = map;
        this.choices = choices ?? new HeatmapChoices();
        HeatmapData data = new(map, order: this.choices.Order) { GreatestTitled = this.choices.GreatestTitled };
        Title = $"Attention weights: {HeatmapDrawing.Describe(data)}";
        drawing = new HeatmapDrawing(data, Title, data.HasNegative, this.choices.HasSums);
    }

    internal override string Title { get; }

    /// <summary>The same with the sum of each column below it: how much the query attends in all, 1 after softmax.</summary>
    /// <returns>Another figure; this one stays as it is.</returns>
    public HeatmapFigure WithColumnSums() => new(map, choices with { HasSums = true });

    /// <summary>The same with the heads of each layer in another order.</summary>
    /// <param name="order">What they are sorted by.</param>
    /// <returns>Another figure; this one stays as it is. The caption of each head tells its number and what it was sorted by.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is none of the enumeration.</exception>
    public HeatmapFigure OrderedBy(HeadOrder order)
    {
        if (!Enum.IsDefined(order)) throw new ArgumentOutOfRangeException(nameof(order), order, $"{nameof(order)} must be one of {nameof(HeadOrder)}.");
        return new HeatmapFigure(map, choices with { Order = order });
    }

    /// <summary>Writes all panels with captions and legend as one SVG file of its own.</summary>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public void SaveSvg(string path) => AtomicFile.WriteAllText(path, drawing.Svg());

    /// <summary>A table of the weights where one head fits the terminal; shades, head by head, elsewhere.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString() =>
        HeatmapText.Write(length => new HeatmapData(map, length, choices.Order), Title, TerminalWidth.Current, choices.HasSums);

    internal override XElement Draw() => drawing.Draw();
}
