using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A matrix with its name, its symbol and, where they are known, the labels of its rows and columns.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>It converts from and to a MathNet matrix, so it can stand wherever one is asked for. Immutable as long as nobody writes into <see cref="Values"/>.</remarks>
public sealed class LabelledMatrix<T> : EngineResult
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    /// <summary>Labels a matrix.</summary>
    /// <param name="values">Any shape; not copied.</param>
    /// <param name="name">What it is, for example <c>Queries</c>.</param>
    /// <param name="symbol">How formulas call it, for example <c>Q</c>; empty where there is none.</param>
    /// <param name="rowLabels">One label a row, or null.</param>
    /// <param name="columnLabels">One label a column, or null; for a matrix of tokens, the tokens.</param>
    /// <exception cref="ArgumentException">The number of labels differs from the number of rows or columns.</exception>
    public LabelledMatrix(
        Matrix<T> values, string name, string symbol = "", IReadOnlyList<string>? rowLabels = null, IReadOnlyList<string>? columnLabels = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(symbol);
        Check.LabelCount(rowLabels, nameof(rowLabels), values.RowCount, "rows");
        Check.LabelCount(columnLabels, nameof(columnLabels), values.ColumnCount, "columns");
        Values = values;
        Name = name;
        Symbol = symbol;
        RowLabels = rowLabels;
        ColumnLabels = columnLabels;
    }

    /// <summary>The numbers.</summary>
    public Matrix<T> Values { get; }

    /// <summary>What the matrix is, for example <c>Queries</c>.</summary>
    public string Name { get; }

    /// <summary>How formulas call it, for example <c>Q</c>; empty where there is none.</summary>
    public string Symbol { get; }

    /// <summary>One label a row, or null.</summary>
    public IReadOnlyList<string>? RowLabels { get; }

    /// <summary>One label a column, or null.</summary>
    public IReadOnlyList<string>? ColumnLabels { get; }

    /// <summary>Rows × columns.</summary>
    public Shape Shape => Shape.Of(Values);

    /// <summary>One entry.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="column">From 0.</param>
    public T this[int row, int column] => Values[row, column];

    /// <summary>One column, for a matrix of tokens the vector of one token.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The column with the labels of the rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not a column.</exception>
    public LabelledVector<T> Column(int index)
    {
        Check.Index(index, Values.ColumnCount, "columns");
        return new LabelledVector<T>(Values.Column(index), $"{Name}, column {ColumnLabels?[index] ?? index.ToString()}", labels: RowLabels);
    }

    /// <summary>The transpose: what the row convention (PyTorch, most papers) calls the same matrix.</summary>
    /// <returns>Rows and columns, with their labels, exchanged.</returns>
    public LabelledMatrix<T> Transpose() =>
        new(Values.Transpose(), $"{Name}, transposed", Symbol.Length == 0 ? "" : Symbol + "ᵀ", ColumnLabels, RowLabels);

    /// <summary>The numbers alone.</summary>
    /// <param name="matrix">The labelled matrix.</param>
    public static implicit operator Matrix<T>(LabelledMatrix<T> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix.Values;
    }

    /// <summary>A matrix as an input without labels.</summary>
    /// <param name="values">r×n; one token is one column.</param>
    public static implicit operator LabelledMatrix<T>(Matrix<T> values) => new(values, "Matrix");

    /// <summary>The numbers alone, for languages without implicit conversions.</summary>
    /// <returns><see cref="Values"/>.</returns>
    public Matrix<T> ToMatrix() => Values;

    private protected override Displayable Draw(IPictures pictures) => pictures.Of(this);
}
