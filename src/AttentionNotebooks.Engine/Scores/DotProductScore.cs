using System.Numerics.Tensors;
using AttentionNotebooks.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>α = kᵀq, or kᵀq / √q where scaled; A = KᵀQ (/ √q).</summary>
internal sealed class DotProductScore<T>(bool isScaled) : Score<T>
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    public override ScoreKind Kind => isScaled ? ScoreKind.ScaledDotProduct : ScoreKind.DotProduct;

    internal override void CheckSizes(int querySize, int keySize, string name)
    {
        if (querySize != keySize)
            throw Check.Wrong(name, $"A dot product needs keys of the size of the queries: a query has {querySize} entries, a key has {keySize}.");
    }

    private protected override T Compute(Vector<T> query, Vector<T> key) => key.DotProduct(query) / Divisor(query.Count);

    internal override void Compute(ReadOnlySpan<T> queries, int querySize, ReadOnlySpan<T> keys, int keySize, Span<T> destination)
    {
        MatrixProduct.TransposeMultiply(keys, queries, keySize, destination);
        if (isScaled) TensorPrimitives.Divide(destination, Divisor(querySize), destination);
    }

    /// <summary>dQ = K·dA, dK = Q·dAᵀ, both / √q where scaled.</summary>
    internal override ScoreGradients<T> Backward(Matrix<T> queries, Matrix<T> keys, Matrix<T> scoreGradient)
    {
        Matrix<T> products = scoreGradient / Divisor(queries.RowCount);
        return new(keys * products, queries.TransposeAndMultiply(products));
    }

    internal T Divisor(int querySize) => isScaled ? T.Sqrt(T.CreateChecked(querySize)) : T.One;
}
