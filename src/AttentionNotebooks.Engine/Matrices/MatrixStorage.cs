using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The border between MathNet matrices and spans. Dense storage is column-major, so nothing is copied.</summary>
internal static class MatrixStorage
{
    /// <summary>The entries column by column: the storage itself where it is dense, a copy where it is not.</summary>
    internal static ReadOnlySpan<T> ColumnMajor<T>(this Matrix<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T> => matrix.AsColumnMajorArray() ?? matrix.ToColumnMajorArray();

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
}
