using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Storage;

namespace AttentionNotebooks;

/// <summary>A matrix or vector of any element type as pictures and exports take it, so that each of them is written once.</summary>
/// <remarks>It looks into the matrix that it was made from: a change shows in the next drawing. A vector is copied into a column.</remarks>
internal abstract class MatrixView
{
    private MatrixView(Shape shape, MatrixNames names)
    {
        Shape = shape;
        Names = names;
    }

    internal Shape Shape { get; }

    internal MatrixNames Names { get; }

    /// <summary>True for a vector, which is shown as the one column that it is in every formula.</summary>
    internal bool IsVector { get; private init; }

    /// <summary>How MathNet stores it where that says something about its entries: <c>sparse</c>, <c>diagonal</c>; otherwise null.</summary>
    internal abstract string? Storage { get; }

    internal abstract bool IsComplex { get; }

    internal abstract Entry this[int row, int column] { get; }

    /// <summary>The entry as the shortest text that gives the same number when it is read.</summary>
    internal abstract string Exact(int row, int column);

    /// <summary>All entries in any order; a matrix that does not store its zeros leaves them out.</summary>
    internal abstract IEnumerable<Entry> Stored();

    internal static MatrixView Of<T>(Matrix<T> values, MatrixNames? names = null)
        where T : struct, IEquatable<T>, IFormattable
    {
        names ??= new MatrixNames("Matrix");
        Check.LabelCount(names.RowLabels, "rowLabels", values.RowCount, "rows");
        Check.LabelCount(names.ColumnLabels, "columnLabels", values.ColumnCount, "columns");
        return new Typed<T>(values, names);
    }

    internal static MatrixView Of<T>(Vector<T> values, MatrixNames? names = null)
        where T : struct, IEquatable<T>, IFormattable
    {
        names ??= new MatrixNames("Vector");
        Check.LabelCount(names.RowLabels, "labels", values.Count, "entries");
        return new Typed<T>(values.ToColumnMatrix(), names) { IsVector = true };
    }

    internal static MatrixView Of<T>(LabelledMatrix<T> matrix)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        Of(matrix.Values, new MatrixNames(matrix.Name, matrix.Symbol, matrix.RowLabels, matrix.ColumnLabels));

    internal static MatrixView Of<T>(LabelledVector<T> vector)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        Of(vector.Values, new MatrixNames(vector.Name, vector.Symbol, vector.Labels));

    private sealed class Typed<T>(Matrix<T> values, MatrixNames names) : MatrixView(Shape.Of(values), names)
        where T : struct, IEquatable<T>, IFormattable
    {
        private static readonly Element<T> Element = AttentionNotebooks.Element.Of<T>();

        internal override string? Storage => values.Storage switch
        {
            SparseCompressedRowMatrixStorage<T> => "sparse",
            DiagonalMatrixStorage<T> => "diagonal",
            _ => null,
        };

        internal override bool IsComplex => Element.Read(default).Imaginary is not null;

        internal override Entry this[int row, int column] => Element.Read(values[row, column]);

        internal override string Exact(int row, int column) => Element.Exact(values[row, column]);

        internal override IEnumerable<Entry> Stored() => values.Enumerate(Zeros.AllowSkip).Select(Element.Read);
    }
}
