using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests.Reading;

/// <summary>Attention maps that the tests share.</summary>
internal static class ExampleMaps
{
    /// <summary>Heads whose columns sum to 1.</summary>
    internal static AttentionMap Softmax(int heads, int keys, int queries, IReadOnlyList<string>? keyLabels = null, IReadOnlyList<string>? queryLabels = null, int layers = 1) =>
        new([.. Enumerable.Range(0, layers).Select(layer => Enumerable.Range(0, heads).Select(head => Head(keys, queries, (100 * layer) + head + 1)).ToArray())], keyLabels, queryLabels);

    internal static AttentionMap Of(params double[][,] heads) => new([[.. heads.Select(head => Matrix<double>.Build.DenseOfArray(head))]]);

    private static Matrix<double> Head(int keys, int queries, int seed) => Examples.Random(keys, queries, scale: 4, seed).PointwiseExp().NormalizeColumns(1);
}
