using System.Numerics.Tensors;
using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>α = uᵀ tanh(W₁q + W₂k). W₁Q and W₂K are computed once, a×n_q and a×n_k.</summary>
internal sealed class AdditiveScore<T> : Score<T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    internal AdditiveScore(Matrix<T> queryWeights, Matrix<T> keyWeights, Vector<T> combination)
    {
        Check.FiniteAndNotEmpty(queryWeights);
        Check.FiniteAndNotEmpty(keyWeights);
        Check.Finite(combination);
        Check.SameRows(keyWeights, nameof(keyWeights), queryWeights, nameof(queryWeights));
        if (combination.Count != queryWeights.RowCount)
        {
            throw new ArgumentException(
                $"combination must have as many entries as queryWeights has rows: combination has {combination.Count}, queryWeights is {Shape.Of(queryWeights)}.",
                nameof(combination));
        }

        QueryWeights = queryWeights;
        KeyWeights = keyWeights;
        Combination = combination;
    }

    /// <summary>W₁, a×q.</summary>
    internal Matrix<T> QueryWeights { get; }

    /// <summary>W₂, a×k.</summary>
    internal Matrix<T> KeyWeights { get; }

    /// <summary>u, a entries.</summary>
    internal Vector<T> Combination { get; }

    public override ScoreKind Kind => ScoreKind.Additive;

    public override IReadOnlyList<LabelledMatrix<T>> LearnedMatrices =>
    [
        new(QueryWeights, "Score query weights", "W₁"),
        new(KeyWeights, "Score key weights", "W₂"),
        new(Combination.ToColumnMatrix(), "Score combination", "u"),
    ];

    internal override void CheckSizes(int querySize, int keySize, string name)
    {
        if (QueryWeights.ColumnCount != querySize || KeyWeights.ColumnCount != keySize)
        {
            throw Check.Wrong(
                name,
                $"The weights of an additive score must have a column for each entry: queryWeights is {Shape.Of(QueryWeights)} and a query has {querySize} entries, "
                + $"keyWeights is {Shape.Of(KeyWeights)} and a key has {keySize}.");
        }
    }

    private protected override T Compute(Vector<T> query, Vector<T> key) =>
        Combination.DotProduct(((QueryWeights * query) + (KeyWeights * key)).Map(T.Tanh));

    internal override void Compute(ReadOnlySpan<T> queries, int querySize, ReadOnlySpan<T> keys, int keySize, Span<T> destination)
    {
        int a = Combination.Count, nk = keys.Length / keySize, nq = queries.Length / querySize;
        T[] projectedQueries = new T[a * nq], projectedKeys = new T[a * nk], u = Combination.ToArray(), sum = new T[a];
        MatrixProduct.Multiply(QueryWeights.ColumnMajor(), queries, querySize, projectedQueries);
        MatrixProduct.Multiply(KeyWeights.ColumnMajor(), keys, keySize, projectedKeys);
        for (int j = 0; j < nq; j++)
        {
            for (int i = 0; i < nk; i++)
            {
                TensorPrimitives.Add<T>(projectedQueries.AsSpan(j * a, a), projectedKeys.AsSpan(i * a, a), sum);
                Exponential.Tanh<T>(sum);
                destination[(j * nk) + i] = TensorPrimitives.Dot<T>(u, sum);
            }
        }
    }

    /// <summary>
    /// With hᵢⱼ = tanh(W₁qʲ + W₂kⁱ) and dzᵢⱼ = dαᵢⱼ·u ∘ (1 − hᵢⱼ²), the gradient of what stands in the tanh:
    /// du = Σᵢⱼ dαᵢⱼ·hᵢⱼ, d(W₁Q)ʲ = Σᵢ dzᵢⱼ, d(W₂K)ⁱ = Σⱼ dzᵢⱼ; the products W₁Q and W₂K pass them on.
    /// </summary>
    internal override ScoreGradients<T> Backward(Matrix<T> queries, Matrix<T> keys, Matrix<T> scoreGradient)
    {
        Matrix<T> projectedQueries = QueryWeights * queries, projectedKeys = KeyWeights * keys;
        Matrix<T> ofQueries = Matrix<T>.Build.SameAs(projectedQueries), ofKeys = Matrix<T>.Build.SameAs(projectedKeys);
        Vector<T> ofCombination = Vector<T>.Build.Dense(Combination.Count);
        for (int j = 0; j < queries.ColumnCount; j++)
        {
            Vector<T> query = projectedQueries.Column(j), given = scoreGradient.Column(j);
            Matrix<T> h = projectedKeys.MapIndexed((row, _, key) => T.Tanh(query[row] + key), Zeros.Include);
            Matrix<T> dz = h.MapIndexed((row, i, tanh) => given[i] * Combination[row] * (T.One - (tanh * tanh)), Zeros.Include);
            ofCombination += h * given;
            ofQueries.SetColumn(j, dz.RowSums());
            ofKeys += dz;
        }

        return new(
            QueryWeights.TransposeThisAndMultiply(ofQueries),
            KeyWeights.TransposeThisAndMultiply(ofKeys),
            ofQueries.TransposeAndMultiply(queries),
            ofKeys.TransposeAndMultiply(keys),
            ofCombination.ToColumnMatrix());
    }

    internal override Score<T> WithLearned(IReadOnlyList<Matrix<T>> matrices) => new AdditiveScore<T>(matrices[0], matrices[1], matrices[2].Column(0));
}
