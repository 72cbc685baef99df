using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Attention;

/// <summary>Q = W^q·I + b^q·1ᵀ, and K and V likewise, where and only where a head has biases.</summary>
public sealed class ProjectionBiasesTests
{
    private static readonly SelfAttention<double> Head = SelfAttention.Random(modelSize: 5, headSize: 4, seed: 1, valueSize: 3);

    public static MatrixTheoryData<BiasCase, ScoreKind, MaskCase, PositionCase> EachWithEach => new(
        [BiasCase.Query, BiasCase.Key, BiasCase.Value, BiasCase.All],
        Enum.GetValues<ScoreKind>(),
        [MaskCase.None, MaskCase.CausalPaddingTable, MaskCase.Nothing],
        Enum.GetValues<PositionCase>());

    public static TheoryData<int> ThreadCountsOfAll => [.. ThreadCounts.All];

    [Theory]
    [MemberData(nameof(EachWithEach))]
    public void Biases_EachWithEach_AgreeWithReference(BiasCase biases, ScoreKind score, MaskCase mask, PositionCase position)
    {
        Sizes self = new(Tokens: 9), cross = new(Tokens: 4) { SourceTokens = 11, SourceModel = 5 };
        new AttentionCase<float>(self, score, mask: mask, position: position, biases: biases).AgreesWithReference();
        new AttentionCase<double>(self, score, mask: mask, position: position, biases: biases).AgreesWithReference();
        new AttentionCase<double>(cross, score, mask: mask, position: position, biases: biases).AgreesWithReference();
    }

    [Fact]
    public void Projections_OfATrace_AreTheFormulas()
    {
        ProjectionBiases<double> biases = BiasCase.All.Draw<double>(4, 4, 3, seed: 2);
        AttentionTrace<double> trace = Head.With(biases).Trace(Samples.DrawMatrix<double>(5, 6, seed: 3), Samples.DrawMatrix<double>(5, 8, seed: 4));

        IsProjection(Head.QueryWeights, biases.Query!, trace.Input, trace.Queries);
        IsProjection(Head.KeyWeights, biases.Key!, trace.Source, trace.Keys);
        IsProjection(Head.ValueWeights, biases.Value!, trace.Source, trace.Values);
    }

    [Theory]
    [MemberData(nameof(ThreadCountsOfAll))]
    public void Attend_WithBiases_HasTheBitsOfTraceOnAnyNumberOfThreads(int threads)
    {
        // More rows and more tokens than a part of a projection has.
        SelfAttention<float> head = SelfAttention.Random<float>(33, headSize: 150, seed: 1, valueSize: 131)
            .With(BiasCase.All.Draw<float>(150, 150, 131, seed: 2)).With(new RotaryPositions());
        Matrix<float> input = Samples.DrawMatrix<float>(33, 400, seed: 3);

        AttentionTrace<float> trace = head.Trace(input, mask: AttentionMask.Causal, options: ThreadCounts.Options(1));
        Bits.Same([trace.Output.Values], [head.Attend(input, mask: AttentionMask.Causal, options: ThreadCounts.Options(threads))], "O");
    }

    [Fact]
    public void NoBiases_GivenInPlaceOfOthers_LeaveTheBitsOfAHeadWithoutAny()
    {
        Matrix<double> input = Samples.DrawMatrix<double>(5, 6, seed: 3);
        SelfAttention<double> bare = Head.With(BiasCase.All.Draw<double>(4, 4, 3, seed: 2)).With(new ProjectionBiases<double>());

        Assert.Null(bare.QueryBias ?? bare.KeyBias ?? bare.ValueBias);
        Bits.Same([Head.Attend(input)], [bare.Attend(input)], "O");
    }

    [Fact]
    public void Rules_OfAHeadWithBiases_KeepThem()
    {
        SelfAttention<double> head = Head.With(BiasCase.All.Draw<double>(4, 4, 3, seed: 2));
        SelfAttention<double>[] others =
            [head.With(Score.DotProduct()), head.With(Normalisation.Relu()), head.With(new RotaryPositions()), head.With(Alibi.WithSlopes(1))];

        Assert.All(others, other => Assert.Equal((head.QueryBias, head.KeyBias, head.ValueBias), (other.QueryBias, other.KeyBias, other.ValueBias)));
    }

    [Fact]
    public void Biases_OfAHeadWithRules_KeepThem()
    {
        SelfAttention<double> head = Head.With(Score.DotProduct()).With(Alibi.WithSlopes(1)).With(BiasCase.Key.Draw<double>(4, 4, 3, seed: 2));
        Assert.Equal((ScoreKind.DotProduct, 1), (head.Score.Kind, head.Alibi!.Slopes[0]));
    }

    [Fact]
    public void Biases_WrittenIntoLater_AreNotThoseOfTheHead()
    {
        Vector<double> query = Vector<double>.Build.Dense(4, 0.5);
        SelfAttention<double> head = Head.With(new ProjectionBiases<double> { Query = query });
        query[0] = double.NaN;

        Assert.Equal([0.5, 0.5, 0.5, 0.5], head.QueryBias!);
    }

    [Fact]
    public void Biases_Sparse_GiveTheNumbersOfDense()
    {
        Matrix<double> input = Samples.DrawMatrix<double>(5, 6, seed: 3);
        Vector<double> dense = Vector<double>.Build.Dense([0, 0, 1.5, 0]);
        Matrix<double> expected = Head.With(new ProjectionBiases<double> { Query = dense }).Attend(input);

        Assert.Equal(expected, Head.With(new ProjectionBiases<double> { Query = Vector<double>.Build.SparseOfVector(dense) }).Attend(input));
    }

    [Fact]
    public void Biases_OfAnotherSize_AreRefusedWithBoth()
    {
        Vector<double> five = Vector<double>.Build.Dense(5);
        Refused("biases.Query must have 4 entries, one for each row of W^q: it has 5.", new() { Query = five });
        Refused("biases.Key must have 4 entries, one for each row of W^k: it has 5.", new() { Key = five });
        Refused("biases.Value must have 3 entries, one for each row of W^v: it has 5.", new() { Value = five });
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Biases_NotFinite_AreRefusedWithTheirPlace(double value)
    {
        Refused($"biases.Query[2] is {value}", new() { Query = Vector<double>.Build.Dense([0, 0, value, 0]) });
        Refused($"biases.Key[2] is {value}", new() { Key = Vector<double>.Build.Dense([0, 0, value, 0]) });
        Refused($"biases.Value[2] is {value}", new() { Value = Vector<double>.Build.Dense([0, 0, value]) });
    }

    private static void Refused(string essence, ProjectionBiases<double> biases) => BadInput.Refused("biases", essence, () => Head.With(biases));

    private static void IsProjection(Matrix<double> weights, Vector<double> bias, LabelledMatrix<double> tokens, LabelledMatrix<double> actual)
    {
        Matrix<double> ones = Matrix<double>.Build.Dense(1, tokens.Values.ColumnCount, 1);
        Near.Equal((weights * tokens.Values) + (bias.ToColumnMatrix() * ones), actual.Values, RoundingBound.Sum<double>(5, 6), actual.Name);
    }
}
