using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>Single numbers about the weights of a head.</summary>
internal static class HeadMeasures
{
    /// <summary>Mean over queries of the entropy of their shares, in bits; 0 where no query attends to anything.</summary>
    internal static double Entropy(Matrix<double> weights) => MeanOverQueries(weights, static (share, _, _) => share > 0 ? -share * Math.Log2(share) : 0);

    /// <summary>Mean over queries of the distance in tokens to what they attend to; 0 where no query attends to anything.</summary>
    internal static double Distance(Matrix<double> weights) => MeanOverQueries(weights, static (share, key, query) => share * Math.Abs(key - query));

    /// <summary>The cosine of two heads as vectors of weights; 0 where one is all zeros.</summary>
    internal static double Similarity(Matrix<double> one, Matrix<double> other)
    {
        double size = one.FrobeniusNorm() * other.FrobeniusNorm();
        return size > 0 ? one.PointwiseMultiply(other).Enumerate().Sum() / size : 0;
    }

    private static double MeanOverQueries(Matrix<double> weights, Func<double, int, int, double> term)
    {
        double total = 0;
        int queries = 0;
        for (int query = 0; query < weights.ColumnCount; query++)
        {
            double sum = 0, column = 0;
            for (int key = 0; key < weights.RowCount; key++) sum += Math.Max(0, weights.At(key, query));
            if (sum == 0) continue;
            for (int key = 0; key < weights.RowCount; key++) column += term(Math.Max(0, weights.At(key, query)) / sum, key, query);
            total += column;
            queries++;
        }

        return queries == 0 ? 0 : total / queries;
    }
}
