namespace AttentionNotebooks;

/// <summary>Where the parts of a panel stand; the same for every panel of a figure.</summary>
internal sealed class HeatmapLayout
{
    internal const double FontSize = 11;
    internal const double CaptionHeight = 20;

    /// <summary>Less room than this for a number, and it is left out.</summary>
    private const double SmallestNumberCell = 26;

    /// <summary>Less room than this for a line of text, and the next labels are left out.</summary>
    private const double LineHeight = 13;

    /// <summary>The same for labels turned by 45°, where lines come closer.</summary>
    private const double TurnedLineHeight = 17;

    private const double CornerWidth = 46;
    private const double Gap = 5;

    /// <param name="data">What the panels show.</param>
    /// <param name="longestSide">The longest side of the cells of a panel; null: what suits the number of panels.</param>
    internal HeatmapLayout(HeatmapData data, double? longestSide = null)
    {
        double side = longestSide ?? data.Panels.Count switch { 1 => 480, <= 4 => 224, <= 24 => 200, _ => 132 };
        double cell = Math.Clamp(side / Math.Max(data.Keys.Length, data.Queries.Length), 1, 40);
        Cell = cell >= 4 ? Math.Floor(cell) : Math.Floor(cell * 4) / 4;
        KeyLabelStep = (int)Math.Ceiling(LineHeight / Cell);
        QueryLabelStep = (int)Math.Ceiling(TurnedLineHeight / Cell);
        double longestQuery = Longest(data.Queries);
        TurnsQueries = longestQuery > (QueryLabelStep * Cell) - 3;
        PlotWidth = Cell * data.Queries.Length;
        PlotHeight = Cell * data.Keys.Length;
        Left = Math.Max(CornerWidth, Longest(data.Keys) + Gap);
        Top = CaptionHeight + Math.Max(32, TurnsQueries ? (longestQuery * Math.Sqrt(0.5)) + FontSize : 0);
        Width = Math.Ceiling(Left + Math.Max(PlotWidth + Overhang(data.Queries) + 2, CaptionWidth(data)));
        Height = Math.Ceiling(Top + PlotHeight + 2);
    }

    /// <summary>The side of a cell.</summary>
    internal double Cell { get; }

    internal double PlotWidth { get; }

    internal double PlotHeight { get; }

    /// <summary>Left edge of the cells.</summary>
    internal double Left { get; }

    /// <summary>Upper edge of the cells.</summary>
    internal double Top { get; }

    internal double Width { get; }

    internal double Height { get; }

    /// <summary>Every so-many-th key is labelled.</summary>
    internal int KeyLabelStep { get; }

    /// <summary>Every so-many-th query is labelled.</summary>
    internal int QueryLabelStep { get; }

    /// <summary>True where the labels of queries are too wide to stand upright.</summary>
    internal bool TurnsQueries { get; }

    /// <summary>True where a cell has room for its weight.</summary>
    internal bool HasNumbers => Cell >= SmallestNumberCell;

    /// <summary>The room of a label, from the edge of the cells.</summary>
    internal static double LabelGap => Gap;

    private static double Longest(HeatmapAxis axis) =>
        Enumerable.Range(0, axis.Length).Max(cell => PixelWidth.Of(axis.Short(cell), FontSize));

    private static double CaptionWidth(HeatmapData data) => data.Panels.Max(panel => PixelWidth.Of(panel.Caption, FontSize + 1)) + 8;

    /// <summary>How far turned labels of queries reach beyond the right edge of the cells.</summary>
    private double Overhang(HeatmapAxis queries)
    {
        if (!TurnsQueries) return 0;
        double reach = Enumerable.Range(0, queries.Length).Where(cell => cell % QueryLabelStep == 0)
            .Max(cell => ((cell + 0.5) * Cell) + (PixelWidth.Of(queries.Short(cell), FontSize) * Math.Sqrt(0.5)) + Gap - PlotWidth);
        return Math.Max(0, reach);
    }
}
