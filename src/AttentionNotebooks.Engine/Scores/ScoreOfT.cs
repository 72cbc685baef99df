using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>How well a key answers a query. Made by <see cref="Score"/>; immutable and safe to share between threads.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public abstract class Score<T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    private protected Score()
    {
    }

    /// <summary>Which formula this is.</summary>
    public abstract ScoreKind Kind { get; }

    /// <summary>The vector view: one query against one key.</summary>
    /// <param name="query">Query, q entries.</param>
    /// <param name="key">Key, k entries.</param>
    /// <returns>α, any real number; ±∞ or NaN only where the arithmetic overflows.</returns>
    /// <exception cref="ArgumentException">The sizes are not those of this score.</exception>
    public T Of(Vector<T> query, Vector<T> key)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        CheckSizes(query.Count, key.Count, nameof(key));
        return Compute(query, key);
    }

    /// <summary>The matrix view: every query against every key.</summary>
    /// <param name="queries">Queries, q×n_q; one query is one column.</param>
    /// <param name="keys">Keys, k×n_k; one key is one column.</param>
    /// <returns>A, n_k×n_q; A[i,j] is the score of key i for query j.</returns>
    /// <exception cref="ArgumentException">The sizes are not those of this score.</exception>
    public Matrix<T> Of(Matrix<T> queries, Matrix<T> keys)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        CheckSizes(queries.RowCount, keys.RowCount, nameof(keys));
        Matrix<T> scores = MatrixStorage.Zeros<T>(keys.ColumnCount, queries.ColumnCount, out Span<T> values);
        Compute(queries.ColumnMajor(), queries.RowCount, keys.ColumnMajor(), keys.RowCount, values);
        return scores;
    }

    /// <summary>What the score itself learns: nothing in a dot product; W in a bilinear score; W₁, W₂ and u, as a matrix of one column, in an additive one.</summary>
    public virtual IReadOnlyList<LabelledMatrix<T>> LearnedMatrices => [];

    /// <summary>Throws, with the name of the argument to blame, where queries of q entries and keys of k entries do not fit this score.</summary>
    internal abstract void CheckSizes(int querySize, int keySize, string name);

    private protected abstract T Compute(Vector<T> query, Vector<T> key);

    /// <summary>A from the columns of Q and K.</summary>
    internal abstract void Compute(ReadOnlySpan<T> queries, int querySize, ReadOnlySpan<T> keys, int keySize, Span<T> destination);

    /// <summary>The chain rule: from dL/dA to all that A is computed from.</summary>
    /// <param name="queries">Q, q×n_q.</param>
    /// <param name="keys">K, k×n_k.</param>
    /// <param name="scoreGradient">dL/dA, n_k×n_q.</param>
    internal abstract ScoreGradients<T> Backward(Matrix<T> queries, Matrix<T> keys, Matrix<T> scoreGradient);

    /// <summary>The same formula with other numbers in place of <see cref="LearnedMatrices"/>, in that order.</summary>
    internal virtual Score<T> WithLearned(IReadOnlyList<Matrix<T>> matrices) => this;
}
