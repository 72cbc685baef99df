using System.Numerics;
using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The border between MathNet matrices and spans. Dense storage is column-major, so nothing is copied.</summary>
internal static class MatrixStorage
{
    /// <summary>The entries column by column: the storage itself where it is dense, a copy where it is not.</summary>
    internal static ReadOnlySpan<T> ColumnMajor<T>(this Matrix<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T> => matrix.ColumnMajorArray();

    /// <summary>The same as an array, for work that is shared between threads.</summary>
    internal static T[] ColumnMajorArray<T>(this Matrix<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T> => matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray();

    /// <summary>A new dense matrix whose entries are still to be written.</summary>
    internal static Matrix<T> Uninitialized<T>(int rows, int columns, out T[] storage)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        storage = GC.AllocateUninitializedArray<T>(checked(rows * columns));
        return Matrix<T>.Build.Dense(rows, columns, storage);
    }

    /// <summary>A dense matrix over the whole of an array.</summary>
    internal static Matrix<T> Over<T>(ArraySegment<T> storage, int columns)
        where T : unmanaged, IFloatingPointIeee754<T> => Matrix<T>.Build.Dense(storage.Count / columns, columns, storage.Array!);

    /// <summary>A new dense matrix of zeros and a span over its storage.</summary>
    internal static Matrix<T> Zeros<T>(int rows, int columns, out Span<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] storage = new T[checked(rows * columns)];
        values = storage;
        return Matrix<T>.Build.Dense(rows, columns, storage);
    }

    /// <summary>A dense copy and a span over its storage.</summary>
    internal static Matrix<T> Copy<T>(Matrix<T> matrix, out Span<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrix<T> copy = Zeros(matrix.RowCount, matrix.ColumnCount, out values);
        matrix.ColumnMajor().CopyTo(values);
        return copy;
    }

    /// <summary>a·b by the kernel.</summary>
    internal static Matrix<T> Multiply<T>(Matrix<T> a, Matrix<T> b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrix<T> product = Uninitialized<T>(a.RowCount, b.ColumnCount, out T[] values);
        MatrixProduct.Multiply(a.ColumnMajor(), b.ColumnMajor(), a.ColumnCount, values);
        return product;
    }
}
