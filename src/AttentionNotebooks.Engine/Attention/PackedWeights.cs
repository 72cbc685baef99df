using System.Numerics;
using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A learned matrix as the panels that products with it need, packed when it is first used and kept.</summary>
internal sealed class PackedWeights<T>(Matrix<T> weights)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Lazy<Memory<T>> panels = new(() => Pack(weights));

    /// <summary>The matrix itself.</summary>
    internal Matrix<T> Matrix => weights;

    internal int Rows => weights.RowCount;

    internal int Columns => weights.ColumnCount;

    /// <summary>The panels from a row on, a multiple of the widest panel.</summary>
    internal ReadOnlySpan<T> PanelsFrom(int row) => panels.Value.Span[(row * Columns)..];

    private static Memory<T> Pack(Matrix<T> weights)
    {
        int length = PanelSlot.Lanes<T>(weights.RowCount) * weights.ColumnCount;
        T[] pinned = GC.AllocateUninitializedArray<T>(length + Scratch<T>.CacheLineLength, pinned: true);
        Memory<T> aligned = pinned.AsMemory(Scratch<T>.ToCacheLine(pinned), length);
        Packing.Pack(weights.ColumnMajor(), weights.RowCount, weights.ColumnCount, aligned.Span);
        return aligned;
    }
}
