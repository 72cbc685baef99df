using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Attention;

/// <summary>The same seed gives the same weights on every machine: those of xoshiro256** seeded by splitmix64, bit for bit.</summary>
public sealed class RandomWeightsTests
{
    [Fact]
    public void SelfAttention_Seeded_HasTheseBits()
    {
        SelfAttention<double> head = SelfAttention.Random(modelSize: 3, headSize: 2, seed: 42);
        Assert.Equal(
            ["BFED2CBB9B0657B5", "3FE2E938F879EB09", "3FDEBE6800F7B9FA", "3FE8A2AB5BE4ACBA"],
            new[] { head.QueryWeights[0, 0], head.QueryWeights[1, 2], head.KeyWeights[0, 0], head.ValueWeights[1, 2] }.Select(Bits));
    }

    [Fact]
    public void MultiHeadAttention_Seeded_HasTheseBits()
    {
        MultiHeadAttention<double> layer = MultiHeadAttention.Random(modelSize: 4, heads: 2, seed: 42);
        Assert.Equal(
            ["BFEAA1FD347CF450", "3FCF6B51D30D5028", "3FDFDADAB17C23C2"],
            new[] { layer.Heads[0].QueryWeights[0, 0], layer.Heads[1].KeyWeights[1, 3], layer.OutputWeights[3, 3] }.Select(Bits));
    }

    [Fact]
    public void WordVectors_Seeded_HaveTheseBits() =>
        Assert.Equal(["3FB7DA2D353EEE31", "3FEC1B96D655A540"], WordVectors.Random(2, seed: 42)["bank"].Select(Bits));

    [Fact]
    public void Float_OfTheSameSeed_IsTheRoundedDouble()
    {
        SelfAttention<double> wide = SelfAttention.Random(7, 5, seed: 3, valueSize: 4);
        SelfAttention<float> narrow = SelfAttention.Random<float>(7, 5, seed: 3, valueSize: 4);

        Assert.Equal(wide.QueryWeights.To<float>(), narrow.QueryWeights);
        Assert.Equal(wide.KeyWeights.To<float>(), narrow.KeyWeights);
        Assert.Equal(wide.ValueWeights.To<float>(), narrow.ValueWeights);
    }

    [Fact]
    public void Seed_Other_GivesOtherWeights() =>
        Assert.NotEqual(SelfAttention.Random(3, 2, seed: 1).QueryWeights, SelfAttention.Random(3, 2, seed: 2).QueryWeights);

    [Fact]
    public void Weights_Drawn_FillTheRangeOfGlorot()
    {
        Matrix<double> weights = SelfAttention.Random(modelSize: 100, headSize: 50, seed: 1).QueryWeights;
        double limit = Math.Sqrt(6.0 / 150);

        Assert.InRange(weights.Enumerate().Max(), 0.99 * limit, limit);
        Assert.InRange(weights.Enumerate().Min(), -limit, -0.99 * limit);
    }

    private static string Bits(double value) => BitConverter.DoubleToInt64Bits(value).ToString("X16", null);
}
