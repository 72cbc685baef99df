using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Sentences;

public sealed class WordVectorsTests
{
    [Fact]
    public void Random_SameWord_HasTheSameVectorWhateverTheCase() =>
        Assert.Equal(WordVectors.Random(6, seed: 3)["Bank"], WordVectors.Random(6, seed: 3)["bank"]);

    [Fact]
    public void Random_OtherWordOrSeed_HasAnotherVector()
    {
        Vector<double> bank = WordVectors.Random(6, seed: 3)["bank"];
        Assert.NotEqual(bank, WordVectors.Random(6, seed: 4)["bank"]);
        Assert.NotEqual(bank, WordVectors.Random(6, seed: 3)["river"]);
    }

    [Fact]
    public void Random_AnyWord_HasMeanZeroAndVarianceOne()
    {
        WordVectors vectors = WordVectors.Random(1000, seed: 3);
        Assert.All(vectors["bank"], entry => Assert.InRange(entry, -Math.Sqrt(3), Math.Sqrt(3)));
        Assert.InRange(vectors["bank"].Average(), -0.1, 0.1);
        Assert.InRange(vectors["bank"].Average(entry => entry * entry), 0.9, 1.1);
        Assert.Null(vectors.Features);
    }

    [Fact]
    public void Random_NoSize_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>("size", () => WordVectors.Random(0, seed: 1));

    [Fact]
    public void Semantic_SameWord_HasTheSameVectorWhateverTheCase() => Assert.Equal(WordVectors.Semantic["Bank"], WordVectors.Semantic["BANK"]);

    [Theory]
    [InlineData("bank", "money", "river")]
    [InlineData("bank", "loan", "water")]
    public void Semantic_Homonym_IsCloseToBothSenses(string homonym, string one, string other)
    {
        double apart = Cosine(one, other);
        Assert.True(Cosine(homonym, one) > 0.5 && Cosine(homonym, other) > 0.5, $"{Cosine(homonym, one)}, {Cosine(homonym, other)}");
        Assert.True(apart < 0.5, $"{apart}");
    }

    [Theory]
    [InlineData("money", "salary", "river")]
    [InlineData("man", "woman", "street")]
    [InlineData("river", "water", "money")]
    public void Semantic_WordsOfLikeMeaning_AreCloser(string word, string like, string unlike) => Assert.True(Cosine(word, like) > Cosine(word, unlike));

    [Fact]
    public void Semantic_UnknownWord_IsRefusedWithAWayOut()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("word", () => WordVectors.Semantic["zebra"]);
        Assert.Contains("'zebra' is not", exception.Message, StringComparison.Ordinal);
        Assert.Contains("WordVectors.Random", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Semantic_Vector_IsACopyThatNobodyElseSees()
    {
        WordVectors.Semantic["bank"][0] = 42;
        Assert.Equal(0, WordVectors.Semantic["bank"][0]);
    }

    private static double Cosine(string one, string other)
    {
        Vector<double> a = WordVectors.Semantic[one], b = WordVectors.Semantic[other];
        return a * b / (a.L2Norm() * b.L2Norm());
    }
}
