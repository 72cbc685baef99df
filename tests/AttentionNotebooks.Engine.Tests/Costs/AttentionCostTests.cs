using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Costs;

public sealed class AttentionCostTests
{
    public static TheoryData<MaskCase> Masks => [.. Enum.GetValues<MaskCase>()];

    [Fact]
    public void Counts_OfTwoHeadsAndThreeTokens_AreThoseOnPaper()
    {
        AttentionCost cost = AttentionCost.Of<double>(heads: 2, tokens: 3, headSize: 4);
        Assert.Equal(9, cost.Pairs);
        Assert.Equal(4 * 8 * 8 * 3, cost.ProjectionMultiplyAdds);
        Assert.Equal(72, cost.ScoreMultiplyAdds);
        Assert.Equal(72, cost.ValueMultiplyAdds);
        Assert.Equal(18, cost.Exponentials);
        Assert.Equal(3 * 192, cost.InputBytes);
        Assert.Equal(192, cost.OutputBytes);
        Assert.Equal(144, cost.WeightBytes);
    }

    /// <summary>FlashAttention's example in the other direction: the weights of twelve heads of a long document.</summary>
    [Fact]
    public void WeightBytes_OfALongDocument_AreTwelvePointNineGigabytes() =>
        Assert.Equal(12.9e9, AttentionCost.Of<float>(heads: 12, tokens: 16_384, headSize: 64).WeightBytes, tolerance: 0.05e9);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 5, 2)]
    [InlineData(2, 17, 7)]
    public void Counts_OfAnySize_AreThoseOfTheLoops(int heads, int tokens, int headSize)
    {
        AttentionCost cost = AttentionCost.Of<float>(heads, tokens, headSize, AttentionMask.Causal);
        (int projections, int scores, int values, int exponentials) = Loops(heads, tokens, headSize);
        Assert.Equal(projections, cost.ProjectionMultiplyAdds);
        Assert.Equal(scores, cost.ScoreMultiplyAdds);
        Assert.Equal(values, cost.ValueMultiplyAdds);
        Assert.Equal(exponentials, cost.Exponentials);
    }

    [Theory]
    [MemberData(nameof(Masks))]
    public void Pairs_OfEveryMask_AreThoseThatItAllows(MaskCase name)
    {
        foreach (int tokens in (int[])[1, 2, 7, 64, 65, 131])
        {
            Func<int, int, bool> allows = name.Formula(tokens);
            int allowed = Enumerable.Range(0, tokens).Sum(key => Enumerable.Range(0, tokens).Count(query => allows(key, query)));
            Assert.Equal(allowed, AttentionCost.Of<float>(1, tokens, 1, name.Engine(tokens, tokens)).Pairs);
        }
    }

    [Fact]
    public void Bytes_OfSingleAndDouble_DifferByTwo()
    {
        AttentionCost single = AttentionCost.Of<float>(3, 200, 16), twice = AttentionCost.Of<double>(3, 200, 16);
        Assert.Equal(twice.OutputBytes, 2 * single.OutputBytes);
        Assert.Equal(twice.WeightBytes, 2 * single.WeightBytes);
        Assert.Equal(single.Exponentials, twice.Exponentials);
    }

    [Fact]
    public void BlockBytes_OfManyTokens_DoNotGrow()
    {
        double few = AttentionCost.Of<float>(1, 128, 64).BlockBytes;
        Assert.InRange(few, 1, 16_384);
        Assert.All((int[])[1024, 16_384, 1_048_576], tokens => Assert.Equal(few, AttentionCost.Of<float>(1, tokens, 64).BlockBytes));
        Assert.All((int[])[129, 191, 192, 1000], tokens => Assert.InRange(AttentionCost.Of<float>(1, tokens, 64).BlockBytes, 1, 1.5 * few));
    }

    [Fact]
    public void Arguments_Wrong_AreRefused()
    {
        BadInput.Refused("heads", "0", () => AttentionCost.Of<float>(0, 1, 1));
        BadInput.Refused("tokens", "-1", () => AttentionCost.Of<float>(1, -1, 1));
        BadInput.Refused("headSize", "0", () => AttentionCost.Of<float>(1, 1, 0));
        Assert.ThrowsAny<ArgumentException>(() => AttentionCost.Of<float>(1, 3, 1, AttentionMask.Custom(new bool[2, 2])));
    }

    /// <summary>Every multiplication of a causal layer, as loops without any cleverness would make them.</summary>
    private static (int Projections, int Scores, int Values, int Exponentials) Loops(int heads, int tokens, int headSize)
    {
        int projections = 0, scores = 0, values = 0, exponentials = 0, features = heads * headSize;
        for (int matrix = 0; matrix < 4; matrix++)
        {
            for (int row = 0; row < features; row++) projections += features * tokens;
        }

        for (int head = 0; head < heads; head++)
        {
            for (int query = 0; query < tokens; query++)
            {
                for (int key = 0; key <= query; key++)
                {
                    exponentials++;
                    for (int feature = 0; feature < headSize; feature++) (scores, values) = (scores + 1, values + 1);
                }
            }
        }

        return (projections, scores, values, exponentials);
    }
}
