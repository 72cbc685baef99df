using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Pictures and exports of MathNet's matrices: dense, sparse and diagonal; double, float, Complex and Complex32.</summary>
public static class MatrixFigures
{
    /// <summary>The picture of a matrix, with a name and labels: <c>scores.Figure("Scores", "A", rowLabels: words, columnLabels: words)</c>.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="matrix">Any shape; not copied.</param>
    /// <param name="name">What it is, for example <c>Queries</c>.</param>
    /// <param name="symbol">How formulas call it, for example <c>Q</c>; empty where there is none.</param>
    /// <param name="rowLabels">One label a row, or null.</param>
    /// <param name="columnLabels">One label a column, or null.</param>
    /// <returns>A figure that shows itself as the last line of a cell.</returns>
    /// <exception cref="ArgumentException">The number of labels differs from the number of rows or columns.</exception>
    public static MatrixFigure Figure<T>(
        this Matrix<T> matrix,
        string name = "Matrix",
        string symbol = "",
        IReadOnlyList<string>? rowLabels = null,
        IReadOnlyList<string>? columnLabels = null)
        where T : struct, IEquatable<T>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(symbol);
        return MatrixFigure.Of(MatrixView.Of(matrix, new MatrixNames(name, symbol, rowLabels, columnLabels)));
    }

    /// <summary>All of it as a LaTeX <c>bmatrix</c>, with the digits of its picture and without labels.</summary>
    /// <remarks>For more than ten columns LaTeX wants <c>\setcounter{MaxMatrixCols}{…}</c>; MathJax and KaTeX do not.</remarks>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="matrix">Any shape.</param>
    /// <returns>LaTeX for math mode; it needs the package amsmath.</returns>
    public static string ToLaTeX<T>(this Matrix<T> matrix)
        where T : struct, IEquatable<T>, IFormattable => MatrixLaTeX.Of(ViewOf(matrix));

    /// <summary>All of it as CSV (RFC 4180), a line a row; every number is exact, in the invariant culture.</summary>
    /// <remarks>
    /// Where the columns have labels these are the first line; where the rows have labels these are the first field of each line. Complex
    /// numbers are written <c>a+bi</c>. Labels are written as they are, also those that a spreadsheet would take for a formula (<c>=</c>, <c>-</c>):
    /// they are words of a sentence, and a file that changed them would be wrong.
    /// </remarks>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="matrix">Any shape.</param>
    /// <returns>The lines, each ended by CR LF.</returns>
    public static string ToCsv<T>(this Matrix<T> matrix)
        where T : struct, IEquatable<T>, IFormattable => MatrixCsv.Of(ViewOf(matrix));

    /// <summary>Writes <see cref="ToCsv"/> to a file in UTF-8.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="matrix">Any shape.</param>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public static void SaveCsv<T>(this Matrix<T> matrix, string path)
        where T : struct, IEquatable<T>, IFormattable => AtomicFile.WriteAllText(path, matrix.ToCsv());

    private static MatrixView ViewOf<T>(Matrix<T> matrix)
        where T : struct, IEquatable<T>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return MatrixView.Of(matrix);
    }
}
