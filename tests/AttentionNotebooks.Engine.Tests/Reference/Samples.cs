using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>Seeded numbers between −1 and 1, and the ways from one precision to the other.</summary>
internal static class Samples
{
    public static Matrix<T> DrawMatrix<T>(int rows, int columns, int seed)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Random random = new(seed);
        return Matrix<T>.Build.Dense(rows, columns, (_, _) => T.CreateChecked((2 * random.NextDouble()) - 1));
    }

    public static Vector<T> DrawVector<T>(int size, int seed)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => DrawMatrix<T>(size, 1, seed).Column(0);

    /// <summary>The entries of such a matrix, column by column.</summary>
    public static T[] Draw<T>(int count, int seed)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => DrawMatrix<T>(count, 1, seed).AsColumnMajorArray();

    /// <summary>Exact.</summary>
    public static Matrix<double> ToDouble<T>(this Matrix<T> matrix)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        Matrix<double>.Build.Dense(matrix.RowCount, matrix.ColumnCount, (i, j) => double.CreateChecked(matrix[i, j]));

    /// <summary>Exact.</summary>
    public static Vector<double> ToDouble<T>(this Vector<T> vector)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        Vector<double>.Build.Dense(vector.Count, i => double.CreateChecked(vector[i]));

    /// <summary>Exact.</summary>
    public static double[] ToDouble<T>(this T[] values)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Array.ConvertAll(values, double.CreateChecked);

    /// <summary>Rounded.</summary>
    public static Matrix<T> To<T>(this Matrix<double> matrix)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        Matrix<T>.Build.Dense(matrix.RowCount, matrix.ColumnCount, (i, j) => T.CreateChecked(matrix[i, j]));

    /// <summary>Rounded.</summary>
    public static Vector<T> ToVector<T>(this IEnumerable<double> values)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Vector<T>.Build.DenseOfEnumerable(values.Select(T.CreateChecked));
}
