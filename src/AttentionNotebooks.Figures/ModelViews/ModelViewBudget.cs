namespace AttentionNotebooks;

/// <summary>How much a model view carries besides what <see cref="RasterBudget"/> gives its enlarged heads.</summary>
internal static class ModelViewBudget
{
    /// <summary>Cells a side of a thumbnail; more tokens are binned.</summary>
    internal const int ThumbnailCells = 32;

    /// <summary>Labels along an axis of an enlarged head that is an image.</summary>
    internal const int LabelsOfImage = 12;

    /// <summary>More heads than this are shown as thumbnails alone.</summary>
    internal const int GreatestEnlarged = 400;

    /// <summary>More heads than this have coarser thumbnails.</summary>
    private const int GreatestInFull = 800;

    /// <summary>Cells a side of the thumbnails of so many heads.</summary>
    internal static int SideOfThumbnails(int heads) => heads <= GreatestInFull ? ThumbnailCells : ThumbnailCells / 2;
}
