using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Gradients;

public sealed class AttentionTraceGradientsTests
{
    private static readonly Sizes Small = new(Tokens: 4, Model: 3, Query: 4, Value: 2);

    public static MatrixTheoryData<ScoreKind, NormalisationCase, MaskCase, PositionCase> EachWithEach => new(
        Enum.GetValues<ScoreKind>(), Enum.GetValues<NormalisationCase>(), Enum.GetValues<MaskCase>(), Enum.GetValues<PositionCase>());

    public static MatrixTheoryData<ScoreKind, NormalisationCase, PositionCase> EachRule =>
        new(Enum.GetValues<ScoreKind>(), Enum.GetValues<NormalisationCase>(), Enum.GetValues<PositionCase>());

    [Theory]
    [MemberData(nameof(EachWithEach))]
    public void Gradients_EachWithEach_AreTheSlopesOfTheLoss(ScoreKind score, NormalisationCase normalisation, MaskCase mask, PositionCase position)
    {
        GradientCase one = GradientCase.Of(Small, score, normalisation, mask, position);
        one.AgreesWithDifferencesOfAttend();
        one.AgreesWithDifferencesOfEachStep();
    }

    [Theory]
    [MemberData(nameof(EachRule))]
    public void Gradients_OfCrossAttentionWithBiases_AreTheSlopesOfTheLoss(ScoreKind score, NormalisationCase normalisation, PositionCase position)
    {
        GradientCase one = GradientCase.Of(Small with { SourceTokens = 5, SourceModel = 2 }, score, normalisation, MaskCase.Table, position, hasBiases: true);
        one.AgreesWithDifferencesOfAttend();
        one.AgreesWithDifferencesOfEachStep();
    }

    [Theory]
    [InlineData(ScoreKind.Additive)]
    [InlineData(ScoreKind.Bilinear)]
    public void Gradients_OfKeysOfAnotherSize_AreTheSlopesOfTheLoss(ScoreKind score) =>
        GradientCase.Of(Small with { Key = 3 }, score, hasBiases: true).AgreesWithDifferencesOfAttend();

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void WeightGradient_WhereTheMaskForbids_DoesNotMatter(double forbidden)
    {
        Matrix<double> scores = Matrix<double>.Build.Dense(3, 1, [0.5, double.NegativeInfinity, 0.25]);
        foreach (Normalisation normalisation in Enum.GetValues<NormalisationCase>().Select(name => name.Engine()))
        {
            Matrix<double> weights = normalisation.Apply(scores);
            Matrix<double> expected = normalisation.Backward(scores, weights, Matrix<double>.Build.Dense(3, 1, [1, 0, -2]));
            Assert.Equal(0, expected[1, 0]);
            Assert.Equal(expected, normalisation.Backward(scores, weights, Matrix<double>.Build.Dense(3, 1, [1, forbidden, -2])));
        }
    }

    [Theory]
    [InlineData(NormalisationCase.Softmax)]
    [InlineData(NormalisationCase.Relu)]
    [InlineData(NormalisationCase.ReluPerKey)]
    [InlineData(NormalisationCase.Sigmoid)]
    [InlineData(NormalisationCase.Sparsemax)]
    public void MaskedPairs_HaveNoGradient_AndQueriesThatSeeNothingNeither(NormalisationCase normalisation)
    {
        AttentionMask mask = AttentionMask.Custom((key, query) => key <= query && query != 2);
        AttentionTrace<float> trace = SelfAttention.Random<float>(3, 2, seed: 1).With(normalisation.Engine()).With(Alibi.WithSlopes(1))
            .Trace(Samples.DrawMatrix<float>(3, 4, seed: 2), mask: mask);
        AttentionTraceGradients<float> gradients = trace.Backward(Samples.DrawMatrix<float>(2, 4, seed: 3));

        foreach (LabelledMatrix<float>? scores in new[] { gradients.Scores, gradients.BiasedScores, gradients.MaskedScores })
            Assert.All(scores!.Values.EnumerateIndexed(), pair => Assert.True(mask.Allows(pair.Item1, pair.Item2) || pair.Item3 == 0));
        Assert.All(gradients.Queries.Values.Column(2), entry => Assert.Equal(0, entry));
        Assert.All(gradients.Input.Values.Enumerate(), entry => Assert.True(float.IsFinite(entry)));
    }

    [Fact]
    public void Relu_AtItsKink_HasAGradientOfZero()
    {
        Matrix<double> one = Matrix<double>.Build.Dense(1, 1, 1), zero = Matrix<double>.Build.Dense(1, 1);
        AttentionTrace<double> trace = SelfAttention.FromWeights(one, zero, one).With(Normalisation.Relu()).Trace(one);
        Assert.Equal((0, 1, 0), (trace.Scores[0, 0], trace.Backward(one).Weights[0, 0], trace.Backward(one).Scores[0, 0]));
    }

    [Fact]
    public void Gradients_OfALabelledTrace_CarryItsLabelsAndSymbols()
    {
        LabelledMatrix<double> input = new(Samples.DrawMatrix<double>(4, 3, seed: 1), "Input", "I", ["r1", "r2", "r3", "r4"], ["the", "old", "bank"]);
        AttentionTrace<double> trace = SelfAttention.Random(4, 2, seed: 1).With(new RotaryPositions()).With(Alibi.WithSlopes(1))
            .With(new ProjectionBiases<double> { Query = Samples.DrawVector<double>(2, seed: 2) }).Trace(input, mask: AttentionMask.Causal);
        AttentionTraceGradients<double> gradients = trace.Backward(trace.Output);

        AreLike("dL/dO", trace.Output, gradients.Output);
        AreLike("dL/dV", trace.Values, gradients.Values);
        AreLike("dL/dA′", trace.Weights, gradients.Weights);
        AreLike("dL/dA", trace.MaskedScores!, gradients.MaskedScores!);
        AreLike("dL/dA", trace.BiasedScores!, gradients.BiasedScores!);
        AreLike("dL/dA", trace.Scores, gradients.Scores);
        AreLike("dL/dQ̂", trace.RotatedQueries!, gradients.RotatedQueries!);
        AreLike("dL/dK̂", trace.RotatedKeys!, gradients.RotatedKeys!);
        AreLike("dL/dQ", trace.Queries, gradients.Queries);
        AreLike("dL/dK", trace.Keys, gradients.Keys);
        AreLike("dL/dI", trace.Input, gradients.Input);
        Assert.Equal(("Gradient of query weights", "dL/dW^q", new Shape(2, 4)), (gradients.QueryWeights.Name, gradients.QueryWeights.Symbol, gradients.QueryWeights.Shape));
        Assert.Equal(input.RowLabels, gradients.QueryWeights.ColumnLabels);
        Assert.Equal(("dL/db^q", new Shape(2, 1)), (gradients.QueryBias!.Symbol, gradients.QueryBias.Shape));
        Assert.Null(gradients.KeyBias);
        Assert.Same(gradients.Input, gradients.Source);
        Assert.Same(trace, gradients.Trace);

        static void AreLike(string symbol, LabelledMatrix<double> matrix, LabelledMatrix<double> gradient) => Assert.Equal(
            ($"Gradient of {matrix.Name.ToLowerInvariant()}", symbol, matrix.Shape, matrix.RowLabels, matrix.ColumnLabels),
            (gradient.Name, gradient.Symbol, gradient.Shape, gradient.RowLabels, gradient.ColumnLabels));
    }

    [Fact]
    public void Gradients_OfAPlainTrace_HaveNoneOfWhatItLacks()
    {
        AttentionTrace<double> trace = SelfAttention.Random(4, 2, seed: 1).Trace(Samples.DrawMatrix<double>(4, 3, seed: 1));
        AttentionTraceGradients<double> gradients = trace.Backward(trace.Output);
        Assert.All(new[] { gradients.MaskedScores, gradients.BiasedScores, gradients.RotatedQueries, gradients.RotatedKeys, gradients.QueryBias }, Assert.Null);
        Assert.Empty(gradients.ScoreMatrices);
    }

    [Fact]
    public void OutputGradient_Wrong_IsRefused()
    {
        AttentionTrace<double> trace = SelfAttention.Random(4, 2, seed: 1).Trace(Samples.DrawMatrix<double>(4, 3, seed: 1));
        BadInput.Refused("outputGradient", "outputGradient must be 2×3, like the output: outputGradient is 3×2.", () => trace.Backward(Matrix<double>.Build.Dense(3, 2)));
        BadInput.Refused("outputGradient", "outputGradient[1, 2] is NaN", () => trace.Backward(Matrix<double>.Build.Dense(2, 3, (i, j) => i + j == 3 ? double.NaN : 0)));
    }
}
