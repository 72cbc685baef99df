namespace AttentionNotebooks;

/// <summary>How much detail a model view carries, so that the page stays below 2.5 MB whatever the weights are.</summary>
/// <remarks>
/// An image of random weights takes log₂ levels bits a cell, and base64 a third more: 144 heads of 128×128 cells in 20 levels come to 1.8 MB at worst.
/// Labels, thumbnails and markup take the rest.
/// </remarks>
internal static class ModelViewBudget
{
    /// <summary>Cells a side of a thumbnail; more tokens are binned.</summary>
    internal const int ThumbnailCells = 32;

    /// <summary>Labels along an axis of an enlarged head that is an image.</summary>
    internal const int LabelsOfImage = 12;

    private const int GreatestCells = 2_400_000;

    /// <summary>Up to so many cells there is room for 64 levels.</summary>
    private const int GreatestCellsInFull = 1_800_000;

    private const int LevelsWhenShort = 20;

    private const int SmallestSide = 8;

    /// <summary>Cells a side of an enlarged head.</summary>
    internal static int Side(int heads) => Math.Clamp((int)Math.Sqrt((double)GreatestCells / heads), SmallestSide, HeatmapAxis.GreatestLength);

    /// <summary>Steps that images round weights to.</summary>
    internal static int Levels(int cells) => cells <= GreatestCellsInFull ? HeatmapRaster.Levels : LevelsWhenShort;
}
