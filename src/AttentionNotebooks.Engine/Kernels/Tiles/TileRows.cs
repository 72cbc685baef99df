namespace AttentionNotebooks.Kernels;

/// <summary>Rows into tiles of six and four.</summary>
internal static class TileRows
{
    /// <summary>The rows of the next tile where so many are left: 6 or 4. Only where 1, 2, 3 or 5 are left in all, or an odd number, does the last tile have rows to spare.</summary>
    internal static int Of(int left) => left >= 6 && left != 8 ? 6 : 4;

    /// <summary>The next even number from 4 on, which is some sixes and fours without a remainder.</summary>
    internal static int Even(int rows) => Math.Max(4, rows + (rows % 2));
}
