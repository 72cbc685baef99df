using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace AttentionNotebooks.Kernels;

/// <summary>The matrix products of attention, on column-major spans.</summary>
/// <remarks>
/// C = A·B    A m×k, B k×n, C m×n
/// C = Aᵀ·B   A k×m, B k×n, C m×n
/// C += A·Bᵀ  A m×k, B n×k, C m×n
///
/// The left factor is packed into panels (its rows across the lanes), columns of B are read where they lie, a tile of C is 4 or 6 columns. Where it is not added to, the destination is
/// not read before it is written; it must not overlap the operands. An entry of C has the same bits whatever else is computed along with it.
/// Source: Goto &amp; van de Geijn 2008, with the roles of the two factors exchanged because tokens are columns.
/// </remarks>
internal static class MatrixProduct
{
    /// <summary>So many columns of B stay in the second cache while the panels of A pass.</summary>
    private const int BlockColumns = 192;

    internal static void Multiply<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int inner, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T> => Multiply(a, b, inner, destination, a.Length / inner);

    /// <summary>A·B into a matrix whose columns lie <paramref name="step"/> apart.</summary>
    internal static void Multiply<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int inner, Span<T> destination, int step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int m = a.Length / inner;
        using Scratch<T> packed = new((long)PanelSlot.Lanes<T>(m) * inner);
        Packing.Pack(a, m, inner, packed.Values);
        MultiplyPacked(packed.Values, m, b, inner, destination, step);
    }

    internal static void TransposeMultiply<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int inner, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int m = a.Length / inner;
        using Scratch<T> packed = new((long)PanelSlot.Lanes<T>(m) * inner);
        Packing.PackTranspose(a, m, inner, packed.Values);
        MultiplyPacked(packed.Values, m, b, inner, destination, m);
    }

    /// <summary>C += A·Bᵀ: a sum over tokens, where A and B hold one token a column.</summary>
    internal static void AddMultiplyTranspose<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int inner, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int m = a.Length / inner, n = b.Length / inner, packedLength = PanelSlot.Lanes<T>(m) * inner;
        using Scratch<T> scratch = new(packedLength + (long)b.Length);
        Span<T> packed = scratch.Values[..packedLength], transposed = scratch.Values[packedLength..];
        Packing.Pack(a, m, inner, packed);
        Transposition.Run(b, n, inner, n, transposed, inner);
        MultiplyPacked(packed, m, transposed, inner, destination, m, adds: true);
    }

    /// <summary>C = A·B with A packed by <see cref="Packing"/>.</summary>
    /// <param name="a">The panels of A.</param>
    /// <param name="rows">m.</param>
    /// <param name="b">B, k×n; any number of its columns.</param>
    /// <param name="inner">k.</param>
    /// <param name="destination">C, from its first row on.</param>
    /// <param name="step">From column to column of C, at least m.</param>
    /// <param name="adds">C += A·B.</param>
    internal static void MultiplyPacked<T>(ReadOnlySpan<T> a, int rows, ReadOnlySpan<T> b, int inner, Span<T> destination, int step, bool adds = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int columns = b.Length / inner;
        Debug.Assert(a.Length >= PanelSlot.Lanes<T>(rows) * inner && destination.Length >= ((columns - 1) * step) + rows);
        for (int start = 0; start < columns; start += BlockColumns)
        {
            int count = Math.Min(BlockColumns, columns - start);
            ReadOnlySpan<T> block = b.Slice(start * inner, count * inner);
            for (int row = 0; row < rows;)
            {
                PanelSlot slot = PanelSlot.At<T>(row, rows);
                MultiplyPanel(a.Slice(row * inner, slot.Width * inner), slot, block, count, destination[((start * step) + row)..], step, adds);
                row += slot.Rows;
            }
        }
    }

    private static void MultiplyPanel<T>(ReadOnlySpan<T> panel, PanelSlot slot, ReadOnlySpan<T> b, int columns, Span<T> c, int step, bool adds)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (slot.Width == 2 * Vector512<T>.Count) PanelProduct<T, Vector512<T>, Lanes512<T>>.Run(panel, slot.Rows, b, columns, c, step, adds);
        else if (slot.Width == 2 * Vector256<T>.Count) PanelProduct<T, Vector256<T>, Lanes256<T>>.Run(panel, slot.Rows, b, columns, c, step, adds);
        else if (slot.Width == 2 * Vector128<T>.Count) PanelProduct<T, Vector128<T>, Lanes128<T>>.Run(panel, slot.Rows, b, columns, c, step, adds);
        else PanelProduct<T, T, Lanes1<T>>.Run(panel, slot.Rows, b, columns, c, step, adds);
    }
}
