using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using CsCheck;

namespace AttentionNotebooks.Engine.Tests.Normalisations;

public sealed class SoftmaxTests
{
    private static readonly Gen<double[]> DistinctScores = Gen.Int[-1000, 1000].Select(score => (double)score).ArrayUnique[1, 40];

    [Fact]
    public void Temperature_NearZero_PicksTheGreatestScore() =>
        DistinctScores.Sample(scores => PicksGreatest<float>(scores, 1e-3) && PicksGreatest<double>(scores, 1e-3));

    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(1e-300)]
    [InlineData(1e-45)]
    public void Temperature_TooSmallForThePrecision_StillPicksTheGreatestScore(double temperature) =>
        DistinctScores.Sample(scores => PicksGreatest<float>(scores, temperature) && PicksGreatest<double>(scores, temperature));

    [Theory]
    [InlineData(1e39)]
    [InlineData(double.MaxValue)]
    public void Temperature_TooLargeForThePrecision_SharesEvenlyAmongAllowedKeys(double temperature)
    {
        double[] scores = [-1000, double.NegativeInfinity, 1000];
        Assert.Equal([0.5f, 0, 0.5f], Apply<float>(scores, temperature));
        Assert.Equal([0.5, 0, 0.5], Apply<double>(scores, temperature));
    }

    [Theory]
    [InlineData(new[] { double.PositiveInfinity, 0, 1e4 }, new[] { 1.0, 0, 0 })]
    [InlineData(new[] { double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, 3 }, new[] { 0.5, 0, 0.5, 0 })]
    public void Scores_OfPositiveInfinity_ShareTheWholeWeight(double[] scores, double[] weights)
    {
        Assert.Equal(weights, Apply<double>(scores));
        Assert.Equal(weights, Normalisation.Sparsemax().Apply(scores.ToVector<double>()));
        Assert.Equal(weights, Apply<float>(scores).Select(weight => (double)weight));
        Assert.Equal(weights, Normalisation.Sparsemax().Apply(scores.ToVector<float>()).ToDouble());
    }

    [Fact]
    public void Scores_WithNaN_GiveNaN() => Assert.All(Apply<double>([1, double.NaN, 2]), weight => Assert.True(double.IsNaN(weight)));

    private static bool PicksGreatest<T>(double[] scores, double temperature)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Apply<T>(scores, temperature).SequenceEqual(scores.Select(score => score == scores.Max() ? T.One : T.Zero));

    private static T[] Apply<T>(double[] scores, double temperature = 1)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. Normalisation.Softmax(temperature).Apply(scores.ToVector<T>())];
}
