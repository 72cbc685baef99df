using System.Numerics.Tensors;
using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>α = uᵀ tanh(W₁q + W₂k). W₁Q and W₂K are computed once, a×n_q and a×n_k.</summary>
internal sealed class AdditiveScore<T> : Score<T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    private readonly Matrix<T> queryWeights;
    private readonly Matrix<T> keyWeights;
    private readonly Vector<T> combination;

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

        this.queryWeights = queryWeights;
        this.keyWeights = keyWeights;
        this.combination = combination;
    }

    public override ScoreKind Kind => ScoreKind.Additive;

    internal override void CheckSizes(int querySize, int keySize, string name)
    {
        if (queryWeights.ColumnCount != querySize || keyWeights.ColumnCount != keySize)
        {
            throw Check.Wrong(
                name,
                $"The weights of an additive score must have a column for each entry: queryWeights is {Shape.Of(queryWeights)} and a query has {querySize} entries, "
                + $"keyWeights is {Shape.Of(keyWeights)} and a key has {keySize}.");
        }
    }

    private protected override T Compute(Vector<T> query, Vector<T> key) =>
        combination.DotProduct(((queryWeights * query) + (keyWeights * key)).Map(T.Tanh));

    private protected override void Compute(Matrix<T> queries, Matrix<T> keys, Span<T> destination)
    {
        int a = combination.Count, nk = keys.ColumnCount, nq = queries.ColumnCount;
        T[] projectedQueries = new T[a * nq], projectedKeys = new T[a * nk], u = combination.ToArray(), sum = new T[a];
        MatrixProduct.Multiply(queryWeights.ColumnMajor(), queries.ColumnMajor(), queries.RowCount, projectedQueries);
        MatrixProduct.Multiply(keyWeights.ColumnMajor(), keys.ColumnMajor(), keys.RowCount, projectedKeys);
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
}
