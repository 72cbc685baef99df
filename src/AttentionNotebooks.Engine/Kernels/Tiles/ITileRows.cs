namespace AttentionNotebooks.Kernels;

/// <summary>How many rows a tile has. With 6 and 4, every even number from 4 on is covered without a remainder.</summary>
internal interface ITileRows
{
    /// <summary>True: 6 rows; false: 4.</summary>
    static abstract bool HasSix { get; }
}

internal readonly struct SixRows : ITileRows
{
    public static bool HasSix => true;
}

internal readonly struct FourRows : ITileRows
{
    public static bool HasSix => false;
}
