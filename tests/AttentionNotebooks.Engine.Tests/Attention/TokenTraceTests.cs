using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Attention;

/// <summary>The vector view is the matrix view, to the last digits that the arithmetic allows.</summary>
public sealed class TokenTraceTests
{
    public static MatrixTheoryData<ScoreKind, NormalisationCase, MaskCase, PositionCase> EachWithEach => new(
        Enum.GetValues<ScoreKind>(),
        [NormalisationCase.Softmax, NormalisationCase.ReluPerKey, NormalisationCase.Sigmoid, NormalisationCase.Sparsemax],
        [MaskCase.None, MaskCase.Causal, MaskCase.CausalPaddingTable],
        Enum.GetValues<PositionCase>());

    public static MatrixTheoryData<BiasCase, ScoreKind, PositionCase> EachWithBiases => new(
        [BiasCase.Query, BiasCase.Key, BiasCase.Value, BiasCase.All], Enum.GetValues<ScoreKind>(), Enum.GetValues<PositionCase>());

    [Theory]
    [MemberData(nameof(EachWithEach))]
    public void VectorView_EachWithEach_IsTheMatrixView(ScoreKind score, NormalisationCase normalisation, MaskCase mask, PositionCase position)
    {
        Sizes self = new(Tokens: 7), cross = new(Tokens: 3) { SourceTokens = 9, SourceModel = 5 };
        ViewsAgree(new AttentionCase<float>(self, score, normalisation, mask, position));
        ViewsAgree(new AttentionCase<double>(self, score, normalisation, mask, position));
        ViewsAgree(new AttentionCase<double>(cross, score, normalisation, mask, position));
    }

    [Theory]
    [MemberData(nameof(EachWithBiases))]
    public void VectorView_WithBiases_IsTheMatrixView(BiasCase biases, ScoreKind score, PositionCase position)
    {
        Sizes self = new(Tokens: 7), cross = new(Tokens: 3) { SourceTokens = 9, SourceModel = 5 };
        ViewsAgree(new AttentionCase<float>(self, score, position: position, biases: biases));
        ViewsAgree(new AttentionCase<double>(cross, score, position: position, biases: biases));
    }

    [Fact]
    public void Addends_Summed_AreTheOutput()
    {
        TokenTrace<double> token = new AttentionCase<double>(new Sizes(Tokens: 7)).Trace().Token(3);

        double tolerance = RoundingBound.Sum<double>(7, token.Addends.Values.PointwiseAbs().RowSums().Maximum());
        Near.Equal(token.Addends.Values.RowSums(), token.Output.Values, tolerance, "b");
        Assert.All(Enumerable.Range(0, 7), i => Assert.Equal(token.Values.Values.Column(i) * token.Weights[i], token.Addends.Values.Column(i)));
    }

    [Fact]
    public void Token_OfALabelledSentence_CarriesLabels()
    {
        TokenTrace<double> token = Trace("the animal was tired").Token("animal");

        Assert.Equal((1, "animal"), (token.Index, token.Token));
        Assert.All(
            new[] { token.Scores.Labels, token.Weights.Labels, token.Keys.ColumnLabels, token.Addends.ColumnLabels },
            labels => Assert.Equal(["the", "animal", "was", "tired"], labels));
    }

    [Fact]
    public void Token_WithoutLabels_IsNamedByItsIndex() => Assert.Equal("2", new AttentionCase<double>(new Sizes(Tokens: 4)).Trace().Token(2).Token);

    [Fact]
    public void Token_ThatOccursTwice_IsFoundByItsOccurrence() => Assert.Equal(3, Trace("the dog and the cat").Token("the", occurrence: 2).Index);

    [Fact]
    public void Token_Unknown_IsRefusedWithTheLabels() =>
        BadInput.Refused("token", "'zebra' is none of the, animal, was, tired", () => Trace("the animal was tired").Token("zebra"));

    [Fact]
    public void Token_Ambiguous_IsRefusedWithItsPlaces() =>
        BadInput.Refused("token", "'the' stands at 0, 3", () => Trace("the dog and the cat").Token("the"));

    [Fact]
    public void Token_OfAnInputWithoutLabels_IsRefused() =>
        BadInput.Refused("token", "the input has no labels", () => new AttentionCase<double>(new Sizes(Tokens: 4)).Trace().Token("the"));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Occurrence_OutOfRange_IsRefused(int occurrence) =>
        BadInput.Refused("occurrence", "from 1 to 2 for 'the'", () => Trace("the dog and the cat").Token("the", occurrence));

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void Index_OutOfRange_IsRefused(int index) =>
        BadInput.Refused("index", "index must be from 0 to 3: there are 4 tokens", () => Trace("the animal was tired").Token(index));

    private static AttentionTrace<double> Trace(string text) =>
        SelfAttention.Random(5, 4, seed: 1).Trace(Sentence.Parse(text).Embed(WordVectors.Random(5, seed: 1)));

    private static void ViewsAgree<T>(AttentionCase<T> example)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        AttentionTrace<T> trace = example.Trace();
        for (int query = 0; query < trace.Output.Values.ColumnCount; query++)
        {
            // Both views have rounded, so twice the bound.
            TokenTrace<T> token = trace.Token(query);
            Near.Equal(Column(trace.NormalisedScores, query), token.Scores.Values, 2 * example.Bound.Scores, "α");
            Near.Equal(Column(trace.Weights, query), token.Weights.Values, 2 * example.Bound.Weights, "α′");
            Near.Equal(Column(trace.Output, query), token.Output.Values, 2 * example.Bound.Output, "b");
        }
    }

    private static Vector<double> Column<T>(LabelledMatrix<T> matrix, int query)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => matrix.Column(query).Values.ToDouble();
}
