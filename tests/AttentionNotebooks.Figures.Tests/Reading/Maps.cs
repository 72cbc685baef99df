using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests.Reading;

/// <summary>Seeded attention maps.</summary>
internal static class Maps
{
    /// <summary>Uniform weights, the hardest to compress; each column sums to 1.</summary>
    internal static AttentionMap Uniform(int layers, int heads, int keys, int? queries = null, IReadOnlyList<string>? labels = null, int seed = 1)
    {
        Random random = new(seed);
        return new([.. Enumerable.Range(0, layers).Select(_ => Enumerable.Range(0, heads).Select(_ => Head()).ToArray())], labels);

        Matrix<double> Head() => Matrix<double>.Build.Dense(keys, queries ?? keys, (_, _) => random.NextDouble()).NormalizeColumns(1);
    }
}
