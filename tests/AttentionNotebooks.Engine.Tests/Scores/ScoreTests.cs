using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Scores;

public sealed class ScoreTests
{
    public static TheoryData<ScoreKind> Kinds => [.. Enum.GetValues<ScoreKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void MatrixView_EveryEntry_IsTheVectorView(ScoreKind kind)
    {
        ScoreCase<double> score = ScoreCase<double>.Of(kind, querySize: 5, keySize: 5, seed: 1);
        Matrix<double> queries = Samples.DrawMatrix<double>(5, 4, seed: 2), keys = Samples.DrawMatrix<double>(5, 7, seed: 3);
        Matrix<double> scores = score.Engine.Of(queries, keys);

        Assert.Equal(kind, score.Engine.Kind);
        Assert.Equal((7, 4), (scores.RowCount, scores.ColumnCount));
        double tolerance = RoundingBound.Sum<double>(2 * 5, score.Magnitude(queries.ColumnNorms(2).Maximum(), keys.ColumnNorms(2).Maximum()));
        Assert.All(scores.EnumerateIndexed(), entry =>
            Assert.Equal(score.Engine.Of(queries.Column(entry.Item2), keys.Column(entry.Item1)), entry.Item3, tolerance));
    }

    [Fact]
    public void Sizes_ThatDoNotFit_AreRefusedWithBoth()
    {
        BadInput.Refused("key", "a query has 3 entries, a key has 2", () => Score.DotProduct().Of(Halves(3, 1).Column(0), Halves(2, 1).Column(0)));
        BadInput.Refused("keys", "a query has 3 entries, a key has 2", () => Score.ScaledDotProduct().Of(Halves(3, 1), Halves(2, 1)));
        BadInput.Refused("keys", "weights is 2×3, a key has 3 entries, a query has 3", () => Score.Bilinear(Halves(2, 3)).Of(Halves(3, 1), Halves(3, 1)));
        BadInput.Refused("keys", "keyWeights is 5×2 and a key has 3.", () => Additive(Halves(5, 3), Halves(5, 2), 5).Of(Halves(3, 1), Halves(3, 1)));
    }

    [Fact]
    public void Weights_ThatDoNotFit_AreRefusedWithBothShapes()
    {
        BadInput.Refused("keyWeights", "keyWeights is 4×2, queryWeights is 5×3", () => Additive(Halves(5, 3), Halves(4, 2), 5));
        BadInput.Refused("combination", "combination has 4, queryWeights is 5×3", () => Additive(Halves(5, 3), Halves(5, 2), 4));
        BadInput.Refused("weights", "weights is 0×3", () => Score.Bilinear(Halves(0, 3)));
    }

    [Fact]
    public void Weights_NotFinite_AreRefusedWithTheirPlace()
    {
        Matrix<double> broken = Halves(5, 3);
        broken[4, 2] = double.NaN;
        BadInput.Refused("weights", "weights[4, 2] is NaN", () => Score.Bilinear(broken));
        BadInput.Refused("queryWeights", "queryWeights[4, 2] is NaN", () => Additive(broken, Halves(5, 3), 5));
        BadInput.Refused("keyWeights", "keyWeights[4, 2] is NaN", () => Additive(Halves(5, 3), broken, 5));
        BadInput.Refused("combination", "combination[4] is NaN", () => Score.Additive(Halves(5, 3), Halves(5, 3), broken.Column(2)));
    }

    private static Matrix<double> Halves(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns, 0.5);

    private static Score<double> Additive(Matrix<double> queryWeights, Matrix<double> keyWeights, int size) =>
        Score.Additive(queryWeights, keyWeights, Samples.DrawVector<double>(size, seed: 1));
}
