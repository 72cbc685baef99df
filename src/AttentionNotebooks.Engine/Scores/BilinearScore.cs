using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>α = kᵀWq; A = Kᵀ(WQ).</summary>
internal sealed class BilinearScore<T> : Score<T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    internal BilinearScore(Matrix<T> weights)
    {
        Check.FiniteAndNotEmpty(weights);
        Weights = weights;
    }

    /// <summary>W, k×q.</summary>
    internal Matrix<T> Weights { get; }

    public override ScoreKind Kind => ScoreKind.Bilinear;

    public override IReadOnlyList<LabelledMatrix<T>> LearnedMatrices => [new(Weights, "Score weights", "W")];

    internal override void CheckSizes(int querySize, int keySize, string name)
    {
        if (Weights.RowCount != keySize || Weights.ColumnCount != querySize)
        {
            throw Check.Wrong(
                name,
                $"The weights of a bilinear score must be keys × queries in size: weights is {Shape.Of(Weights)}, a key has {keySize} entries, a query has {querySize}.");
        }
    }

    private protected override T Compute(Vector<T> query, Vector<T> key) => key.DotProduct(Weights * query);

    internal override void Compute(ReadOnlySpan<T> queries, int querySize, ReadOnlySpan<T> keys, int keySize, Span<T> destination)
    {
        T[] projected = new T[keySize * (queries.Length / querySize)];
        MatrixProduct.Multiply(Weights.ColumnMajor(), queries, querySize, projected);
        MatrixProduct.TransposeMultiply(keys, projected, keySize, destination);
    }

    /// <summary>dQ = Wᵀ·K·dA, dK = W·Q·dAᵀ, dW = K·dA·Qᵀ.</summary>
    internal override ScoreGradients<T> Backward(Matrix<T> queries, Matrix<T> keys, Matrix<T> scoreGradient)
    {
        Matrix<T> projected = keys * scoreGradient;
        return new(
            Weights.TransposeThisAndMultiply(projected),
            (Weights * queries).TransposeAndMultiply(scoreGradient),
            projected.TransposeAndMultiply(queries));
    }

    internal override Score<T> WithLearned(IReadOnlyList<Matrix<T>> matrices) => new BilinearScore<T>(matrices[0]);
}
