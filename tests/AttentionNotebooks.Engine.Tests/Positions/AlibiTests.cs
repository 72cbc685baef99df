using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Positions;

public sealed class AlibiTests
{
    [Fact]
    public void Slopes_ForAPowerOfTwo_AreTheSequenceOfThePaper() =>
        Assert.Equal([0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625, 0.0078125, 0.00390625], Alibi.ForHeads(8).Slopes);

    /// <summary>What <c>get_slopes(12)</c> of the authors' code gives: the slopes for 8, then every second one for 16.</summary>
    [Fact]
    public void Slopes_ForTwelveHeads_AreThoseOfTheAuthorsCode()
    {
        double[] expected =
        [
            0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625, 0.0078125, 0.00390625,
            0.7071067811865476, 0.35355339059327384, 0.17677669529663692, 0.08838834764831849,
        ];
        Assert.All(expected.Zip(Alibi.ForHeads(12).Slopes), slope => Assert.Equal(slope.First, slope.Second, RoundingBound.Sum<double>(0, slope.First)));
        Assert.Equal(12, Alibi.ForHeads(12).Slopes.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void Slopes_ForAnyNumberOfHeads_AreAsManyAndDifferent(int heads) => Assert.Equal(heads, Alibi.ForHeads(heads).Slopes.Distinct().Count());

    [Fact]
    public void Bias_OfADistance_IsTheSameInBothDirections()
    {
        Alibi alibi = Alibi.WithSlopes(0.5, 0.25);
        Assert.Equal((-1.5, -0.75), (alibi.Bias(0, key: 1, query: 4), alibi.Bias(1, key: 1, query: 4)));
        Assert.Equal((-0.75, 0), (alibi.Bias(1, key: 4, query: 1), alibi.Bias(1, key: 2, query: 2)));
    }

    [Fact]
    public void MultiHead_EachHead_HasItsOwnSlope()
    {
        MultiHeadAttention<double> layer = MultiHeadAttention.Random(6, 3, seed: 1).With(Alibi.ForHeads(3));
        Assert.Equal(Alibi.ForHeads(3).Slopes, layer.Heads.Select(head => head.Alibi!.Slopes.Single()));
    }

    [Fact]
    public void Slopes_Wrong_AreRefused()
    {
        BadInput.Refused("heads", "0", () => Alibi.ForHeads(0));
        BadInput.Refused("slopes", "is empty", () => Alibi.WithSlopes());
        BadInput.Refused("slopes", "slopes[1] is NaN", () => Alibi.WithSlopes(1, double.NaN));
        BadInput.Refused("head", "head must be from 0 to 1: there are 2 slopes", () => Alibi.WithSlopes(1, 2).Bias(2, 0, 0));
    }
}
