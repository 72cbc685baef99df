using AttentionNotebooks.Engine.Tests.Reference;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Normalisations;

/// <summary>Sparsemax is the point of the simplex nearest to the scores.</summary>
public sealed class SparsemaxTests
{
    private static readonly Gen<Vector<double>> Scores = Gen.Double[-3, 3].Array[1, 40].Select(scores => Vector<double>.Build.Dense(scores));

    private static readonly Gen<(Vector<double> Scores, Vector<double> Rival)> ScoresAndRival =
        Gen.Double[-3, 3].Select(Gen.Double[1e-3, 1]).Array[1, 40].Select(pairs => (
            Vector<double>.Build.Dense([.. pairs.Select(pair => pair.Item1)]),
            Vector<double>.Build.Dense([.. pairs.Select(pair => pair.Item2)]).Normalize(1)));

    [Fact]
    public void Weights_AnyScores_AreTheProjectionFoundByBisection() =>
        Scores.Sample(scores => Near.Equal(ReferenceNormalisation.Sparsemax(scores), Apply(scores), Tolerance(scores), "w"));

    [Fact]
    public void Weights_AnyScores_AreNearerThanAnyOtherPointOfTheSimplex() =>
        ScoresAndRival.Sample(pair => (pair.Scores - Apply(pair.Scores)).L2Norm() <= (pair.Scores - pair.Rival).L2Norm() + Tolerance(pair.Scores));

    /// <summary>Karush–Kuhn–Tucker: one τ with w = s − τ where w is positive, and s ≤ τ where it is not.</summary>
    [Fact]
    public void Weights_AnyScores_AreOptimal() => Scores.Sample(scores =>
    {
        Vector<double> weights = Apply(scores);
        double[] thresholds = [.. scores.Zip(weights).Where(key => key.Second > 0).Select(key => key.First - key.Second)];
        double zeros = scores.Zip(weights).Where(key => key.Second == 0).Select(key => key.First).DefaultIfEmpty(double.NegativeInfinity).Max();
        return thresholds.Max() - thresholds.Min() <= Tolerance(scores) && zeros <= thresholds.Min() + Tolerance(scores);
    });

    [Fact]
    public void Weights_OfAPointOfTheSimplex_AreThatPoint() =>
        ScoresAndRival.Sample(pair => Near.Equal(pair.Rival, Apply(pair.Rival), Tolerance(pair.Rival), "w"));

    [Theory]
    [InlineData(new[] { 5.0, 0, 0 }, new[] { 1.0, 0, 0 })]
    [InlineData(new[] { 0.5, 0, -7 }, new[] { 0.75, 0.25, 0 })]
    [InlineData(new[] { 2.0, 2, 2, 2 }, new[] { 0.25, 0.25, 0.25, 0.25 })]
    public void Weights_ByHand_AreExact(double[] scores, double[] weights) => Assert.Equal(weights, Normalisation.Sparsemax().Apply(scores.ToVector<double>()));

    private static Vector<double> Apply(Vector<double> scores) => Normalisation.Sparsemax().Apply(scores);

    private static double Tolerance(Vector<double> scores) => RoundingBound.Sum<double>(scores.Count, 1 + scores.AbsoluteMaximum());
}
