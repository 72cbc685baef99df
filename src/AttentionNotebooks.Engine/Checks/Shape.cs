using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The size of a matrix, written as people write it: <c>4×7</c>.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Number of columns.</param>
public readonly record struct Shape(int Rows, int Columns)
{
    /// <summary>The shape as text, for example <c>4×7</c>.</summary>
    /// <returns>Rows, the multiplication sign, columns.</returns>
    public override string ToString() => FormattableString.Invariant($"{Rows}×{Columns}");

    internal static Shape Of<T>(Matrix<T> matrix)
        where T : struct, IEquatable<T>, IFormattable => new(matrix.RowCount, matrix.ColumnCount);
}
