using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Normalisations;

public sealed class ReluAndSigmoidTests
{
    [Fact]
    public void ReluPerKey_WithForbiddenKeys_DividesByTheAllowedOnes() =>
        Assert.Equal([1, 0, 2, 0], Apply(Normalisation.ReluPerKey(), 3, double.NegativeInfinity, 6, -1));

    [Fact]
    public void Relu_OfPositiveInfinity_IsInfinite() => Assert.Equal([double.PositiveInfinity, 0], Apply(Normalisation.Relu(), double.PositiveInfinity, -1));

    [Fact]
    public void Sigmoid_OfInfinities_IsZeroAndOne() =>
        Assert.Equal([0, 0.5, 1], Apply(Normalisation.Sigmoid(), double.NegativeInfinity, 0, double.PositiveInfinity));

    [Theory]
    [InlineData(1e39, 1)]
    [InlineData(-1e39, 0)]
    [InlineData(double.MaxValue, 1)]
    public void Sigmoid_BiasTooLargeForThePrecision_NeverGivesNaN(double bias, float weight) =>
        Assert.Equal([0, weight], Normalisation.Sigmoid(bias).Apply(new[] { double.NegativeInfinity, 0 }.ToVector<float>()));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Temperature_NotPositiveAndFinite_IsRefused(double temperature)
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(nameof(temperature), () => Normalisation.Softmax(temperature));
        Assert.Contains("temperature must be a positive finite number", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Bias_NotFinite_IsRefused(double bias) => Assert.Throws<ArgumentOutOfRangeException>(nameof(bias), () => Normalisation.Sigmoid(bias));

    [Fact]
    public void Name_OfEachNormalisation_IsWhatCaptionsSay() => Assert.Equal(
        ["softmax", "ReLU", "ReLU / n", "sigmoid", "sparsemax"],
        new[] { Normalisation.Softmax(), Normalisation.Relu(), Normalisation.ReluPerKey(), Normalisation.Sigmoid(), Normalisation.Sparsemax() }
            .Select(normalisation => normalisation.Name));

    private static Vector<double> Apply(Normalisation normalisation, params double[] scores) => normalisation.Apply(scores.ToVector<double>());
}
