using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference.Heads;

/// <summary>Q, K and V of some heads, of which neighbours may share K and V, as <see cref="ScaledDotProductAttention"/> takes them.</summary>
internal sealed class HeadMatrices<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly HeadSizes sizes;

    public HeadMatrices(int heads, int keyHeads, HeadSizes sizes, int seed = 1)
    {
        this.sizes = sizes;
        Queries = Draw(heads, sizes.Query, sizes.Queries, seed);
        Keys = Draw(keyHeads, sizes.Query, sizes.Keys, seed + heads);
        Values = Draw(keyHeads, sizes.Value, sizes.Keys, seed + (2 * heads));
    }

    public Matrix<T>[] Queries { get; }

    public Matrix<T>[] Keys { get; }

    public Matrix<T>[] Values { get; }

    public Matrix<T>[] Attend(AttentionMask? mask = null, ComputeOptions? options = null) => ScaledDotProductAttention.Attend(Queries, Keys, Values, mask, options);

    /// <summary>Outputs and weights by the call that writes into matrices that are there, which hold NaN before.</summary>
    public (Matrix<T>[] Outputs, Matrix<T>[] Weights) AttendInto(AttentionMask? mask = null, ComputeOptions? options = null)
    {
        Matrix<T>[] outputs = Unwritten(sizes.Value), weights = Unwritten(sizes.Keys);
        ScaledDotProductAttention.AttendInto(outputs, Queries, Keys, Values, weights, mask, options);
        return (outputs, weights);
    }

    /// <summary>As many matrices as there are heads, a column a query, of NaN.</summary>
    public Matrix<T>[] Unwritten(int rows) => [.. Queries.Select(_ => Matrix<T>.Build.Dense(rows, sizes.Queries, T.NaN))];

    private static Matrix<T>[] Draw(int count, int rows, int columns, int seed) =>
        [.. Enumerable.Range(seed, count).Select(own => Samples.DrawMatrix<T>(rows, columns, own))];
}
