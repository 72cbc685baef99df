using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Q, K and V of some heads of one layer. Heads that share W^k and W^v, and with them b^k and b^v, share K and V.</summary>
/// <param name="Queries">Q, one a head.</param>
/// <param name="Keys">K, one a key head.</param>
/// <param name="Values">V, one a key head.</param>
/// <param name="HeadsPerKey">How many neighbouring heads share K and V.</param>
internal sealed record ProjectedHeads<T>(ArraySegment<T>[] Queries, ArraySegment<T>[] Keys, ArraySegment<T>[] Values, int HeadsPerKey)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Computes them.</summary>
    /// <param name="heads">The heads.</param>
    /// <param name="headsPerKey">How many neighbouring heads share W^k and W^v.</param>
    /// <param name="input">I, r×n.</param>
    /// <param name="source">Where keys and values come from, r×n_k.</param>
    /// <param name="workload">Does the work.</param>
    /// <param name="allocate">Gives room of each of these lengths.</param>
    internal static ProjectedHeads<T> Of(
        SelfAttention<T>[] heads, int headsPerKey, Matrix<T> input, Matrix<T> source, Workload workload, Func<int[], ArraySegment<T>[]> allocate)
    {
        ArraySegment<T> from = input.ColumnMajorArray(), to = source.ColumnMajorArray();
        SelfAttention<T>[] owners = [.. heads.Where((_, index) => index % headsPerKey == 0)];
        Projection<T>[] queries = Project(heads.Select(head => (head.PackedQueryWeights, head.QueryBias?.AsArray())), from, input.ColumnCount);
        Projection<T>[] keys = Project(owners.Select(head => (head.PackedKeyWeights, head.KeyBias?.AsArray())), to, source.ColumnCount);
        Projection<T>[] values = Project(owners.Select(head => (head.PackedValueWeights, head.ValueBias?.AsArray())), to, source.ColumnCount);
        Projection<T>.Run([.. queries, .. keys, .. values], workload);
        return new ProjectedHeads<T>(Results(queries), Results(keys), Results(values), headsPerKey);

        Projection<T>[] Project(IEnumerable<(PackedWeights<T> Weights, T[]? Bias)> learned, ArraySegment<T> tokens, int count)
        {
            ArraySegment<T>[] results = allocate([.. learned.Select(one => one.Weights.Rows * count)]);
            return [.. learned.Zip(results, (one, result) => new Projection<T>(one.Weights, tokens, result, one.Bias))];
        }

        static ArraySegment<T>[] Results(Projection<T>[] projections) => [.. projections.Select(projection => projection.Result)];
    }

    /// <summary>The multiply-adds of the projections.</summary>
    internal static double MultiplyAdds(SelfAttention<T>[] heads, int headsPerKey, int queries, int keys) =>
        heads.Select((head, index) => (double)head.QueryWeights.RowCount * head.QueryWeights.ColumnCount * queries
            + (index % headsPerKey == 0 ? (double)(head.KeyWeights.RowCount + head.ValueWeights.RowCount) * head.KeyWeights.ColumnCount * keys : 0)).Sum();
}
