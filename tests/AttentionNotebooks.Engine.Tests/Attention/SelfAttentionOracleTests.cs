using AttentionNotebooks.Engine.Tests.Reference;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Attention;

public sealed class SelfAttentionOracleTests
{
    public static TheoryData<int> Lengths => new(Enumerable.Range(1, 65));

    public static MatrixTheoryData<ScoreKind, NormalisationCase, MaskCase, PositionCase> EachWithEach => new(
        Enum.GetValues<ScoreKind>(), Enum.GetValues<NormalisationCase>(), Enum.GetValues<MaskCase>(), Enum.GetValues<PositionCase>());

    public static MatrixTheoryData<ScoreKind, MaskCase, PositionCase> EachScoreAndMask =>
        new(Enum.GetValues<ScoreKind>(), Enum.GetValues<MaskCase>(), Enum.GetValues<PositionCase>());

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Tokens_EveryLength_AgreeWithReference(int length) => Agree(new Sizes(length));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Features_EveryLength_AgreeWithReference(int length) => Agree(new Sizes(Tokens: 5, Model: length, Query: length, Value: length));

    [Fact]
    public void Sizes_LargeAndOdd_AgreeWithReference() =>
        Gen.Select(Gen.Int[66, 200], Gen.Int[1, 150], Gen.Int[1, 150], Gen.Int[1, 90], Gen.Int[0, 1000])
            .Sample((tokens, model, query, value, seed) => Agree(new Sizes(tokens, model, query, value), seed: seed), iter: 25);

    [Theory]
    [MemberData(nameof(EachWithEach))]
    public void Rule_EachWithEach_AgreesWithReference(ScoreKind score, NormalisationCase normalisation, MaskCase mask, PositionCase position) =>
        Agree(new Sizes(Tokens: 9), score, normalisation, mask, position);

    [Theory]
    [MemberData(nameof(EachScoreAndMask))]
    public void CrossAttention_SourceOfAnotherSize_AgreesWithReference(ScoreKind score, MaskCase mask, PositionCase position)
    {
        Agree(new Sizes(Tokens: 4) { SourceTokens = 11, SourceModel = 5 }, score, mask: mask, position: position);
        Agree(new Sizes(Tokens: 11) { SourceTokens = 4, SourceModel = 7 }, score, mask: mask, position: position);
    }

    [Theory]
    [InlineData(ScoreKind.Additive)]
    [InlineData(ScoreKind.Bilinear)]
    public void Keys_OfAnotherSizeThanQueries_AgreeWithReference(ScoreKind score) => Agree(new Sizes(Tokens: 6, Query: 4) { Key = 2 }, score);

    [Fact]
    public void Storage_SparseOrDiagonal_GivesTheNumbersOfDense()
    {
        Matrix<double> diagonal = Matrix<double>.Build.Diagonal(5, 5, i => i - 1.5), dense = Matrix<double>.Build.DenseOfMatrix(diagonal);
        SelfAttention<double> expected = SelfAttention.FromWeights(dense, dense, dense);
        SelfAttention<double> actual = SelfAttention.FromWeights(diagonal, Matrix<double>.Build.SparseOfMatrix(diagonal), diagonal);

        Assert.Equal(expected.Attend(dense), actual.Attend(diagonal));
        Assert.Equal(expected.Attend(dense), actual.Attend(Matrix<double>.Build.SparseOfMatrix(dense)));
        Assert.Equal(expected.Trace(dense).Token(2).Output.Values, actual.Trace(diagonal).Token(2).Output.Values);
    }

    private static void Agree(
        Sizes sizes,
        ScoreKind score = ScoreKind.ScaledDotProduct,
        NormalisationCase normalisation = NormalisationCase.Softmax,
        MaskCase mask = MaskCase.None,
        PositionCase position = PositionCase.None,
        int seed = 1)
    {
        new AttentionCase<float>(sizes, score, normalisation, mask, position, seed).AgreesWithReference();
        new AttentionCase<double>(sizes, score, normalisation, mask, position, seed).AgreesWithReference();
    }
}
