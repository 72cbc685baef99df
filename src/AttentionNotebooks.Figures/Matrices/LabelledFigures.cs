using System.Numerics;

namespace AttentionNotebooks;

/// <summary>Pictures and exports of matrices and vectors that carry their names and labels.</summary>
public static class LabelledFigures
{
    /// <summary>The picture of a labelled matrix, as an object of its own: to save it, or to show more of it.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="matrix">Any shape.</param>
    /// <returns>What the matrix shows as the last line of a cell.</returns>
    public static MatrixFigure Figure<T>(this LabelledMatrix<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T> => MatrixFigure.Of(ViewOf(matrix));

    /// <summary>The picture of a labelled vector, as an object of its own: to save it, or to show more of it.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="vector">Any length.</param>
    /// <returns>What the vector shows as the last line of a cell.</returns>
    public static MatrixFigure Figure<T>(this LabelledVector<T> vector)
        where T : unmanaged, IFloatingPointIeee754<T> => MatrixFigure.Of(ViewOf(vector));

    /// <inheritdoc cref="MatrixFigures.ToLaTeX"/>
    public static string ToLaTeX<T>(this LabelledMatrix<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T> => MatrixLaTeX.Of(ViewOf(matrix));

    /// <inheritdoc cref="VectorFigures.ToLaTeX"/>
    public static string ToLaTeX<T>(this LabelledVector<T> vector)
        where T : unmanaged, IFloatingPointIeee754<T> => MatrixLaTeX.Of(ViewOf(vector));

    /// <inheritdoc cref="MatrixFigures.ToCsv"/>
    public static string ToCsv<T>(this LabelledMatrix<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T> => MatrixCsv.Of(ViewOf(matrix));

    /// <inheritdoc cref="VectorFigures.ToCsv"/>
    public static string ToCsv<T>(this LabelledVector<T> vector)
        where T : unmanaged, IFloatingPointIeee754<T> => MatrixCsv.Of(ViewOf(vector));

    /// <inheritdoc cref="MatrixFigures.SaveCsv"/>
    public static void SaveCsv<T>(this LabelledMatrix<T> matrix, string path)
        where T : unmanaged, IFloatingPointIeee754<T> => AtomicFile.WriteAllText(path, matrix.ToCsv());

    /// <inheritdoc cref="VectorFigures.SaveCsv"/>
    public static void SaveCsv<T>(this LabelledVector<T> vector, string path)
        where T : unmanaged, IFloatingPointIeee754<T> => AtomicFile.WriteAllText(path, vector.ToCsv());

    private static MatrixView ViewOf<T>(LabelledMatrix<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return MatrixView.Of(matrix);
    }

    private static MatrixView ViewOf<T>(LabelledVector<T> vector)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(vector);
        return MatrixView.Of(vector);
    }
}
