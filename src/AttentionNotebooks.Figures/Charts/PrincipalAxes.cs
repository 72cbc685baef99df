using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace AttentionNotebooks;

/// <summary>Vectors seen along the two directions in which they differ most.</summary>
/// <remarks>
/// The columns less their mean, X, have the singular value decomposition X = U·S·Vᵀ; the first two columns of U are the axes, and the places along
/// them are Uᵀ·X. The sign of an axis is free: it is chosen so that the entry of largest magnitude is positive.
/// </remarks>
internal sealed class PrincipalAxes
{
    private readonly Matrix<double> centred;
    private readonly Svd<double> svd;

    /// <param name="vectors">r×n; one vector is one column.</param>
    internal PrincipalAxes(Matrix<double> vectors)
    {
        Vector<double> mean = vectors.RowSums() / vectors.ColumnCount;
        centred = Matrix<double>.Build.Dense(vectors.RowCount, vectors.ColumnCount, (row, column) => vectors[row, column] - mean[row]);
        svd = centred.Svd(computeVectors: true);
    }

    /// <summary>Where the vectors are along an axis: one number a column; zeros where there is no such axis.</summary>
    internal double[] Along(int axis)
    {
        if (axis >= svd.S.Count) return new double[centred.ColumnCount];
        Vector<double> direction = svd.U.Column(axis);
        if (direction[direction.AbsoluteMaximumIndex()] < 0) direction = -direction;
        return direction.ToRowMatrix().Multiply(centred).Row(0).ToArray();
    }

    /// <summary>How much of all variance an axis shows, 0 to 1.</summary>
    internal double Share(int axis)
    {
        double all = svd.S.DotProduct(svd.S);
        return axis < svd.S.Count && all > 0 ? svd.S[axis] * svd.S[axis] / all : 0;
    }
}
