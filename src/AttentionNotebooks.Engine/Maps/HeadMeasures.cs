using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The measures of one head: for each query p[i] = A′[i, j] / Σ A′[·, j], then the mean over the queries that count.</summary>
internal sealed class HeadMeasures(Matrix<double> weights, bool[]? punctuation)
{
    private readonly Vector<double> sums = weights.ColumnSums();

    /// <summary>Mean entropy in bits; null where no query attends to anything.</summary>
    internal double? Entropy => Mean(query => OverKeys((_, share) => share > 0 ? -share * Math.Log2(share) : 0, query));

    /// <summary>Mean distance in tokens; null where no query attends to anything.</summary>
    internal double? Distance => Mean(query => OverKeys((key, share) => share * Math.Abs(key - query), query));

    private bool IsSelfAttention => weights.RowCount == weights.ColumnCount;

    internal HeadProfile Profile(int layer, int head) =>
        new(
            layer,
            head,
            Entropy,
            IsSelfAttention ? Distance : null,
            OfSelfAttention(query => Share(query, query)),
            OfSelfAttention(query => Share(query - 1, query)),
            OfSelfAttention(query => Share(query + 1, query)),
            Mean(query => Share(0, query)),
            punctuation is null ? null : Mean(query => OverKeys((key, share) => punctuation[key] ? share : 0, query)));

    private double? OfSelfAttention(Func<int, double?> measure) => IsSelfAttention ? Mean(measure) : null;

    private double? Mean(Func<int, double?> measure) =>
        Enumerable.Range(0, weights.ColumnCount).Where(query => sums[query] > 0).Select(measure).Average();

    private double? Share(int key, int query) => key >= 0 && key < weights.RowCount ? weights.At(key, query) / sums[query] : null;

    private double OverKeys(Func<int, double, double> measure, int query)
    {
        double sum = 0;
        for (int key = 0; key < weights.RowCount; key++) sum += measure(key, weights.At(key, query) / sums[query]);
        return sum;
    }
}
