using System.Numerics;
using System.Runtime.Intrinsics;

namespace AttentionNotebooks.Kernels;

/// <summary>Rows of a matrix that lie across the lanes of one panel.</summary>
/// <param name="FirstRow">The first of them.</param>
/// <param name="Rows">How many, at most <paramref name="Width"/>.</param>
/// <param name="Width">The lanes of the panel.</param>
internal readonly record struct PanelSlot(int FirstRow, int Rows, int Width)
{
    /// <summary>The panel that begins at a row: the widest that the rows behind it fill, or the narrowest where they fill none.</summary>
    internal static PanelSlot At<T>(int firstRow, int rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int left = rows - firstRow, width = WidthFor<T>(left);
        return new PanelSlot(firstRow, Math.Min(left, width), width);
    }

    /// <summary>How many numbers so many rows take in each step of the inner index, padding included.</summary>
    internal static int Lanes<T>(int rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int lanes = 0;
        for (int row = 0; row < rows;)
        {
            PanelSlot slot = At<T>(row, rows);
            lanes += slot.Width;
            row += slot.Rows;
        }

        return lanes;
    }

    /// <summary>The lanes of the widest panel that so many rows fill, or of the narrowest that holds them.</summary>
    internal static int WidthFor<T>(int rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Vector128.IsHardwareAccelerated) return 2;
        int narrow = 2 * Vector128<T>.Count;
        if (Vector512.IsHardwareAccelerated && rows > 2 * narrow) return 4 * narrow;
        if (Vector256.IsHardwareAccelerated && rows > narrow) return 2 * narrow;
        return narrow;
    }
}
