using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Maps;

/// <summary>Seeded maps whose columns sum to 1.</summary>
internal static class MapSamples
{
    public static AttentionMap Draw(int layers, int heads, int keys, int? queries = null, int seed = 1, IReadOnlyList<string>? labels = null) =>
        new([.. Enumerable.Range(0, layers).Select(layer => Layer(heads, keys, queries ?? keys, seed + (layer * heads)))], labels);

    /// <summary>A map of one head, written down row by row.</summary>
    public static AttentionMap Of(double[,] weights, IReadOnlyList<string>? keys = null, IReadOnlyList<string>? queries = null) =>
        AttentionMap.Of(Matrix<double>.Build.DenseOfArray(weights), keys, queries);

    private static Matrix<double>[] Layer(int heads, int keys, int queries, int seed) =>
        [.. Enumerable.Range(0, heads).Select(head => Samples.DrawMatrix<double>(keys, queries, seed + head).Map(score => Math.Exp(3 * score)).NormalizeColumns(1))];
}
