using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>The oracle: attention as the formulas say it, in double, with MathNet's operators and none of the engine's code.</summary>
internal sealed record ReferenceAttention(Matrix<double> QueryWeights, Matrix<double> KeyWeights, Matrix<double> ValueWeights)
{
    /// <summary>b^q, b^k, b^v; null: none.</summary>
    public Vector<double>? QueryBias { get; init; }

    public Vector<double>? KeyBias { get; init; }

    public Vector<double>? ValueBias { get; init; }

    /// <summary>(query, key) → α.</summary>
    public required Func<Vector<double>, Vector<double>, double> Score { get; init; }

    public required Func<Vector<double>, Vector<double>> Normalise { get; init; }

    /// <summary>(key, query) → may attend.</summary>
    public Func<int, int, bool> Allows { get; init; } = (_, _) => true;

    /// <summary>(key, query) → what is added to the score.</summary>
    public Func<int, int, double> Bias { get; init; } = (_, _) => 0;

    /// <summary>(query or key, position) → the same, turned.</summary>
    public Func<Vector<double>, int, Vector<double>> Turn { get; init; } = (vector, _) => vector;

    public ReferenceSteps Attend(Matrix<double> input, Matrix<double> source)
    {
        Vector<double>[] queries = [.. Project(QueryWeights, QueryBias, input).EnumerateColumns().Select(Turn)];
        Vector<double>[] keys = [.. Project(KeyWeights, KeyBias, source).EnumerateColumns().Select(Turn)];
        Matrix<double> scores = Matrix<double>.Build.Dense(
            keys.Length, queries.Length, (i, j) => Allows(i, j) ? Score(queries[j], keys[i]) + Bias(i, j) : double.NegativeInfinity);
        Matrix<double> weights = Matrix<double>.Build.DenseOfColumnVectors(scores.EnumerateColumns().Select(Normalise));
        return new ReferenceSteps(scores, weights, Project(ValueWeights, ValueBias, source) * weights);
    }

    private static Matrix<double> Project(Matrix<double> weights, Vector<double>? bias, Matrix<double> tokens) =>
        bias is null ? weights * tokens : (weights * tokens).MapIndexed((row, _, entry) => entry + bias[row], Zeros.Include);
}
