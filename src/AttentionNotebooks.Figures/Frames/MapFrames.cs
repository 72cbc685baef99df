using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Which of several maps of one text are drawn, and how: all on the axes of the last, and on one scale.</summary>
internal sealed class MapFrames
{
    /// <summary>The fewest that a user may ask for.</summary>
    internal const int Fewest = 2;

    /// <summary>More cells in all frames than this, and each frame's cells become one image.</summary>
    internal const int GreatestTitledCells = 800;

    /// <summary>No more panels than this in a figure, however many are asked for: a page of them takes less than 2.5 MB.</summary>
    internal const int GreatestPanels = 300;

    /// <summary>More panels than this, and only some tokens along an axis have labels.</summary>
    private const int GreatestLabelledPanels = 36;

    private const int LabelsOfMany = 16;

    /// <summary>About how long the longer side of the cells is.</summary>
    private const double LongestSide = 256;

    private const double SmallSide = 132;

    /// <summary>More panels than this are many.</summary>
    private const int FewPanels = 6;

    private const int DefaultFrames = 24;

    /// <summary>So many panels are drawn at the default limit: with many heads, fewer frames.</summary>
    private const int DefaultPanels = 36;

    private readonly IReadOnlyList<AttentionMap> steps;
    private readonly bool hasNegative;

    /// <param name="steps">At least one, with the same layers and heads; none larger than the last.</param>
    /// <param name="limit">The most to draw; null: as many as are seen at a glance.</param>
    /// <param name="manyAreSmall">Whether frames are smaller where there are many of them.</param>
    internal MapFrames(IReadOnlyList<AttentionMap> steps, int? limit, bool manyAreSmall = false)
    {
        this.steps = steps;
        Last = new HeatmapData(steps[^1]);
        Numbers = FrameSpread.Of(steps.Count, Math.Min(limit ?? Math.Clamp(DefaultPanels / Last.Panels.Count, Fewest, DefaultFrames), Most));
        Layout = new HeatmapLayout(Last, manyAreSmall && Panels > FewPanels ? SmallSide : LongestSide, Panels > GreatestLabelledPanels ? LabelsOfMany : int.MaxValue);
        IsRaster = Last.IsBinned || Numbers.Sum(step => (long)steps[step].Keys * steps[step].Queries * Last.Panels.Count) > GreatestTitledCells;
        HeatmapData[] drawn = [.. Numbers.Select(step => new HeatmapData(steps[step]))];
        Greatest = drawn.Max(data => data.Greatest);
        hasNegative = drawn.Any(data => data.HasNegative);
    }

    /// <summary>The whole map: the last step.</summary>
    internal HeatmapData Last { get; }

    /// <summary>So many steps can be drawn at most.</summary>
    internal int Most => Math.Max(Fewest, GreatestPanels / Last.Panels.Count);

    internal HeatmapLayout Layout { get; }

    /// <summary>The steps that are drawn, from 0; the first and the last are among them.</summary>
    internal IReadOnlyList<int> Numbers { get; }

    internal bool IsRaster { get; }

    /// <summary>The end of the scale of all frames.</summary>
    internal double Greatest { get; }

    internal HeatmapScale Scale => new(Greatest, Layout.HasNumbers && !IsRaster, hasNegative) { Levels = RasterBudget.Levels(Panels, Panels * Last.CellsPerPanel, hasNegative) };

    private int Panels => Numbers.Count * Last.Panels.Count;

    /// <summary>What the frames leave out, said where the reader sees it.</summary>
    internal IEnumerable<string> Notices
    {
        get
        {
            if (Numbers.Count < steps.Count) yield return $"{Numbers.Count} of {steps.Count} steps are drawn; {HowToSeeMore}";
            if (IsRaster) yield return $"Colours have {Scale.Levels} levels, and weights on hover are left out; the last step is told in numbers below.";
            if (Last.IsBinned) yield return $"Each cell shows the greatest of {Last.Keys.BinSize} keys × {Last.Queries.BinSize} queries.";
        }
    }

    private string HowToSeeMore => steps.Count <= Most
        ? $"Limit({steps.Count}) draws them all."
        : $"with so many heads a page has room for {Most}, and with one head, map.Layer(k).Head(k), for {GreatestPanels}.";

    /// <summary>The map of one step, with the axes that it had then.</summary>
    internal AttentionMap Step(int step) => steps[step];

    /// <summary>How many steps there are, drawn or not.</summary>
    internal int Count => steps.Count;

    /// <summary>What one frame shows: the cells of its step. Images have the size of the last step, and so has a binned axis.</summary>
    internal HeatmapData Cells(int step) => IsRaster ? new HeatmapData(Padded(steps[step])) : new HeatmapData(steps[step]);

    /// <summary>How large the picture of a step is: without room for tokens that come later, unless its axes are those of the last.</summary>
    internal (double Width, double Height) Size(int step)
    {
        (int columns, int rows) = Last.IsBinned ? (0, 0) : (Last.Queries.Length - steps[step].Queries, Last.Keys.Length - steps[step].Keys);
        return (SvgNumber.Round(Layout.Width - (columns * Layout.Cell)), SvgNumber.Round(Layout.Height - (rows * Layout.Cell)));
    }

    /// <summary>What stands beside the axes of one frame.</summary>
    internal HeatmapData Axes(int step) => Last.IsBinned ? Last : new HeatmapData(steps[step]);

    private AttentionMap Padded(AttentionMap map)
    {
        AttentionMap last = steps[^1];
        return map.Part(
            weights =>
            {
                Matrix<double> padded = Matrix<double>.Build.Dense(last.Keys, last.Queries);
                padded.SetSubMatrix(0, 0, weights);
                return padded;
            },
            last.KeyLabels,
            last.QueryLabels);
    }
}
