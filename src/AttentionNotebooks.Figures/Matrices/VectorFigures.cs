using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Pictures and exports of MathNet's vectors, each as the column that it is in every formula.</summary>
public static class VectorFigures
{
    /// <summary>The picture of a vector, as a column, with a name and labels.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="vector">Any length; copied.</param>
    /// <param name="name">What it is, for example <c>Query</c>.</param>
    /// <param name="symbol">How formulas call it, for example <c>q</c>; empty where there is none.</param>
    /// <param name="labels">One label an entry, or null.</param>
    /// <returns>A figure that shows itself as the last line of a cell.</returns>
    /// <exception cref="ArgumentException">The number of labels differs from the number of entries.</exception>
    public static MatrixFigure Figure<T>(
        this Vector<T> vector, string name = "Vector", string symbol = "", IReadOnlyList<string>? labels = null)
        where T : struct, IEquatable<T>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(symbol);
        return MatrixFigure.Of(MatrixView.Of(vector, new MatrixNames(name, symbol, labels)));
    }

    /// <summary>The vector as a column in a LaTeX <c>bmatrix</c>, with the digits of its picture.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="vector">Any length.</param>
    /// <returns>LaTeX for math mode; it needs the package amsmath.</returns>
    public static string ToLaTeX<T>(this Vector<T> vector)
        where T : struct, IEquatable<T>, IFormattable => MatrixLaTeX.Of(ViewOf(vector));

    /// <summary>The vector as CSV, a line an entry; see <see cref="MatrixFigures.ToCsv"/>.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="vector">Any length.</param>
    /// <returns>The lines, each ended by CR LF.</returns>
    public static string ToCsv<T>(this Vector<T> vector)
        where T : struct, IEquatable<T>, IFormattable => MatrixCsv.Of(ViewOf(vector));

    /// <summary>Writes <see cref="ToCsv"/> to a file in UTF-8.</summary>
    /// <typeparam name="T">double, float, Complex or Complex32.</typeparam>
    /// <param name="vector">Any length.</param>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public static void SaveCsv<T>(this Vector<T> vector, string path)
        where T : struct, IEquatable<T>, IFormattable => AtomicFile.WriteAllText(path, vector.ToCsv());

    private static MatrixView ViewOf<T>(Vector<T> vector)
        where T : struct, IEquatable<T>, IFormattable
    {
        ArgumentNullException.ThrowIfNull(vector);
        return MatrixView.Of(vector);
    }
}
