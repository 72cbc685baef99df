namespace AttentionNotebooks;

/// <summary>How much detail the images of many heads carry, so that the page stays below 2.5 MB whatever the weights are.</summary>
/// <remarks>
/// An image of random weights takes log₂ levels bits a cell, and base64 a third more: 144 heads of 128×128 cells in 20 levels come to 1.8 MB at worst.
/// Labels and markup take the rest.
/// </remarks>
internal static class RasterBudget
{
    private const int GreatestCells = 2_400_000;

    /// <summary>Up to so many cells there is room for 64 levels.</summary>
    private const int GreatestCellsInFull = 1_500_000;

    private const int LevelsWhenShort = 20;

    /// <summary>A scale with two sides has this many steps on each.</summary>
    private const int SignedLevelsWhenShort = 10;

    /// <summary>Up to so many heads, captions and labels do not weigh much.</summary>
    private const int FewHeads = 150;

    /// <summary>The captions and labels of a head take as much as so many cells.</summary>
    private const int CellsOfMarkup = 3000;

    private const int SmallestSide = 8;

    /// <summary>Cells a side of one head.</summary>
    internal static int Side(int heads)
    {
        int cells = heads <= FewHeads ? GreatestCells : Math.Max(0, GreatestCells - (CellsOfMarkup * heads));
        return Math.Clamp((int)Math.Sqrt((double)cells / heads), SmallestSide, HeatmapAxis.GreatestLength);
    }

    /// <summary>Steps that the images of so many heads with so many cells in all round weights to.</summary>
    internal static int Levels(int heads, int cells, bool isSigned) =>
        heads <= FewHeads && cells <= GreatestCellsInFull ? HeatmapRaster.Levels : isSigned ? SignedLevelsWhenShort : LevelsWhenShort;
}
