using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>One score: the engine's, its formula in double, and a bound of the numbers that the formula passes through.</summary>
internal sealed record ScoreCase<T>(
    Score<T> Engine, Func<Vector<double>, Vector<double>, double> Formula, Func<double, double, double> Magnitude)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    private const int CombinationSize = 5;

    public static ScoreCase<T> Of(ScoreKind kind, int querySize, int keySize, int seed) => kind switch
    {
        ScoreKind.DotProduct => DotProduct(),
        ScoreKind.ScaledDotProduct => ScaledDotProduct(),
        ScoreKind.Additive => Additive(
            Samples.DrawMatrix<T>(CombinationSize, querySize, seed),
            Samples.DrawMatrix<T>(CombinationSize, keySize, seed + 1),
            Samples.DrawVector<T>(CombinationSize, seed + 2)),
        ScoreKind.Bilinear => Bilinear(Samples.DrawMatrix<T>(keySize, querySize, seed)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static ScoreCase<T> DotProduct() => new(Score.DotProduct<T>(), (q, k) => q * k, (q, k) => q * k);

    public static ScoreCase<T> ScaledDotProduct() => new(Score.ScaledDotProduct<T>(), (q, k) => q * k / Math.Sqrt(q.Count), (q, k) => q * k);

    public static ScoreCase<T> Additive(Matrix<T> queryWeights, Matrix<T> keyWeights, Vector<T> combination)
    {
        Matrix<double> w1 = queryWeights.ToDouble(), w2 = keyWeights.ToDouble();
        Vector<double> u = combination.ToDouble();
        return new(
            Score.Additive(queryWeights, keyWeights, combination),
            (q, k) => u * ((w1 * q) + (w2 * k)).PointwiseTanh(),
            (q, k) => u.L2Norm() * ((w1.FrobeniusNorm() * q) + (w2.FrobeniusNorm() * k) + 1));
    }

    public static ScoreCase<T> Bilinear(Matrix<T> weights)
    {
        Matrix<double> w = weights.ToDouble();
        return new(Score.Bilinear(weights), (q, k) => k * (w * q), (q, k) => k * w.FrobeniusNorm() * q);
    }
}
