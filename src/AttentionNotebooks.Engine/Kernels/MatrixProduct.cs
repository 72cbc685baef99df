using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;

namespace AttentionNotebooks.Kernels;

/// <summary>The two matrix products of attention, on column-major spans.</summary>
/// <remarks>
/// C = A·B    A m×k, B k×n, C m×n: each column of C is the sum of A's columns, weighted by a column of B (axpy).
/// C = Aᵀ·B   A k×m, B k×n, C m×n: C[i,j] is the dot product of two contiguous columns.
/// Neither reads its destination before writing it; the destination must not overlap the operands.
/// </remarks>
internal static class MatrixProduct
{
    internal static void Multiply<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int inner, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int m = a.Length / inner, n = b.Length / inner;
        Debug.Assert(a.Length == m * inner && b.Length == n * inner && destination.Length == m * n);
        destination.Clear();
        for (int j = 0; j < n; j++)
        {
            Span<T> column = destination.Slice(j * m, m);
            for (int p = 0; p < inner; p++)
                TensorPrimitives.MultiplyAdd(a.Slice(p * m, m), b[(j * inner) + p], column, column);
        }
    }

    internal static void TransposeMultiply<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int inner, Span<T> destination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int m = a.Length / inner, n = b.Length / inner;
        Debug.Assert(a.Length == m * inner && b.Length == n * inner && destination.Length == m * n);
        for (int j = 0; j < n; j++)
        {
            for (int i = 0; i < m; i++)
                destination[(j * m) + i] = TensorPrimitives.Dot(a.Slice(i * inner, inner), b.Slice(j * inner, inner));
        }
    }
}
