using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Attention;

public sealed class AttentionTraceTests
{
    private static readonly LabelledMatrix<double> Input = Sentence.Parse("the animal was tired").Embed(WordVectors.Semantic);

    private static readonly LabelledMatrix<double> Source = Sentence.Parse("he saw it").Embed(WordVectors.Semantic);

    private static readonly SelfAttention<double> Head = SelfAttention.Random(8, headSize: 4, seed: 1, valueSize: 3);

    [Fact]
    public void Steps_OfCrossAttention_HaveTheShapesOfTheTable()
    {
        AttentionTrace<double> trace = Head.Trace(Input, Source);
        LabelledMatrix<double>[] steps = [trace.Input, trace.Queries, trace.Keys, trace.Values, trace.Scores, trace.Weights, trace.Output];

        Assert.Equal(["I 8×4", "Q 4×4", "K 4×3", "V 3×3", "A 3×4", "A′ 3×4", "O 3×4"], steps.Select(step => $"{step.Symbol} {step.Shape}"));
        Assert.True(trace.IsCrossAttention);
        Assert.Same(Source, trace.Source);
    }

    [Fact]
    public void Steps_OfCrossAttention_AreLabelledWithTheirTokens()
    {
        AttentionTrace<double> trace = Head.Trace(Input, Source);

        Assert.All(new[] { trace.Queries, trace.Scores, trace.Weights, trace.Output }, step => Assert.Equal(Input.ColumnLabels, step.ColumnLabels));
        Assert.All(new[] { trace.Keys, trace.Values }, step => Assert.Equal(Source.ColumnLabels, step.ColumnLabels));
        Assert.All(new[] { trace.Scores, trace.Weights }, step => Assert.Equal(Source.ColumnLabels, step.RowLabels));
    }

    [Fact]
    public void OptionalSteps_NotAskedFor_AreNull()
    {
        AttentionTrace<double> trace = Head.Trace(Input);

        Assert.All(new[] { trace.RotatedQueries, trace.RotatedKeys, trace.BiasedScores, trace.MaskedScores }, Assert.Null);
        Assert.Equal((false, "none"), (trace.IsCrossAttention, trace.Mask.Name));
        Assert.Equal(Input.Values, trace.Source.Values);
    }

    [Fact]
    public void OptionalSteps_AskedFor_AreEachKept()
    {
        AttentionTrace<double> trace = Head.With(new RotaryPositions()).With(Alibi.WithSlopes(0.5)).Trace(Input, mask: AttentionMask.Causal);

        Assert.Equal(new RotaryPositions().Apply(trace.Queries.Values), trace.RotatedQueries!.Values);
        Assert.Equal(new RotaryPositions().Apply(trace.Keys.Values), trace.RotatedKeys!.Values);
        Assert.Equal(Score.ScaledDotProduct().Of(trace.RotatedQueries, trace.RotatedKeys), trace.Scores.Values);
        Assert.Equal(trace.Scores[0, 3] - 1.5, trace.BiasedScores![0, 3]);
        Assert.Equal(trace.BiasedScores[0, 3], trace.MaskedScores![0, 3]);
        Assert.Equal(double.NegativeInfinity, trace.MaskedScores[3, 0]);
    }

    [Fact]
    public void Map_OfATrace_HasItsWeightsAndLabels()
    {
        AttentionTrace<double> trace = Head.Trace(Input, Source);

        Assert.Equal(trace.Weights.Values, trace.Map[0, 0]);
        Assert.Equal(Source.ColumnLabels, trace.Map.KeyLabels);
        Assert.Equal(Input.ColumnLabels, trace.Map.QueryLabels);
    }

    [Fact]
    public void Inputs_OfTheCaller_AreNotChanged()
    {
        AttentionCase<double> example = new(
            new Sizes(Tokens: 5), normalisation: NormalisationCase.Relu, mask: MaskCase.Causal, position: PositionCase.RotaryHalves);
        Matrix<double> before = example.Input.Clone();
        example.Attend();
        example.Trace();
        Assert.Equal(before, example.Input);
    }
}
