using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Gradients;

public sealed class GradientDescentTests
{
    private const double Rate = 0.25;

    private static readonly Matrix<double> Input = Samples.DrawMatrix<double>(4, 5, seed: 7);

    [Fact]
    public void Step_OfALayer_MovesEachLearnedMatrixAgainstItsGradient()
    {
        MultiHeadAttention<double> layer = Layer();
        MultiHeadGradients<double> gradients = Backward(layer, Input);
        MultiHeadAttention<double> moved = layer.Step(gradients, Rate);

        Assert.Equal(Moved(layer.OutputWeights, gradients.OutputWeights), moved.OutputWeights);
        Assert.Equal(Moved(layer.OutputBias!, gradients.OutputBias!), moved.OutputBias);
        for (int head = 0; head < 4; head++)
        {
            SelfAttention<double> before = layer.Heads[head], after = moved.Heads[head];
            Assert.Equal(Moved(before.QueryWeights, gradients.Heads[head].QueryWeights), after.QueryWeights);
            Assert.Equal(Moved(before.KeyWeights, gradients.KeyWeights[head / 2]), after.KeyWeights);
            Assert.Equal(Moved(before.ValueWeights, gradients.ValueWeights[head / 2]), after.ValueWeights);
            Assert.Equal(Moved(before.QueryBias!, gradients.Heads[head].QueryBias!), after.QueryBias);
            Assert.Equal(Moved(before.KeyBias!, gradients.KeyBiases[head / 2]!), after.KeyBias);
            Assert.Equal(Moved(before.ValueBias!, gradients.ValueBiases[head / 2]!), after.ValueBias);
            Assert.Equal(
                before.Score.LearnedMatrices.Zip(gradients.ScoreMatrices[head], (matrix, gradient) => Moved(matrix, gradient)),
                after.Score.LearnedMatrices.Select(matrix => matrix.Values));
        }
    }

    [Fact]
    public void Step_OfALayer_KeepsWhatHeadsShareAndTheirRules()
    {
        MultiHeadAttention<double> layer = Layer().With(Normalisation.Sigmoid()).With(new RotaryPositions()).With(Alibi.ForHeads(4));
        MultiHeadAttention<double> moved = layer.Step(Backward(layer, Input), Rate);

        Assert.Equal(2, moved.KeyValueHeads);
        Assert.Same(moved.Heads[0].KeyWeights, moved.Heads[1].KeyWeights);
        Assert.Same(moved.Heads[2].ValueWeights, moved.Heads[3].ValueWeights);
        Assert.Single(moved.Heads.Select(head => head.Score).Distinct());
        Assert.All(moved.Heads.Zip(layer.Heads), pair =>
        {
            Assert.Same(pair.Second.Normalisation, pair.First.Normalisation);
            Assert.Same(pair.Second.Rotary, pair.First.Rotary);
            Assert.Same(pair.Second.Alibi, pair.First.Alibi);
        });
    }

    [Fact]
    public void Step_OfAHead_MovesEachLearnedMatrixAgainstItsGradient()
    {
        SelfAttention<double> head = Layer().Heads[0];
        AttentionTrace<double> trace = head.Trace(Input);
        AttentionTraceGradients<double> gradients = trace.Backward(trace.Output);
        SelfAttention<double> moved = head.Step(gradients, Rate);

        Assert.Equal(Moved(head.QueryWeights, gradients.QueryWeights), moved.QueryWeights);
        Assert.Equal(Moved(head.KeyWeights, gradients.KeyWeights), moved.KeyWeights);
        Assert.Equal(Moved(head.ValueWeights, gradients.ValueWeights), moved.ValueWeights);
        Assert.Equal(Moved(head.QueryBias!, gradients.QueryBias!), moved.QueryBias);
        Assert.Equal(Moved(head.KeyBias!, gradients.KeyBias!), moved.KeyBias);
        Assert.Equal(Moved(head.ValueBias!, gradients.ValueBias!), moved.ValueBias);
        Assert.Equal(
            head.Score.LearnedMatrices.Zip(gradients.ScoreMatrices, (matrix, gradient) => Moved(matrix, gradient)), moved.Score.LearnedMatrices.Select(matrix => matrix.Values));
    }

    [Fact]
    public void Step_OfSeveralPasses_IsThatOfTheirMean()
    {
        SelfAttention<double> head = SelfAttention.Random(4, 2, seed: 1);
        Near.Equal(head.Step(Pass(4), Rate).ValueWeights, head.Step([Pass(2), Pass(6)], Rate).ValueWeights, 1e-13, "W^v");

        AttentionTraceGradients<double> Pass(double gradient) => head.Trace(Input).Backward(Matrix<double>.Build.Dense(2, 5, gradient));
    }

    [Fact]
    public void Steps_TowardsATask_MakeTheLossSmall()
    {
        Matrix<float>[] sentences = [.. Enumerable.Range(1, 8).Select(seed => Samples.DrawMatrix<float>(4, 5, seed))];
        MultiHeadAttention<float> layer = MultiHeadAttention.Random<float>(4, 2, seed: 1);
        double before = MeanLoss(layer);
        for (int step = 0; step < 200; step++)
            layer = layer.Step([.. sentences.Select(sentence => layer.Trace(sentence)).Select(trace => trace.Backward(Loss.SquaredError(trace.Input.Values).Gradient(trace.Output)))], 0.1);
        Assert.True(MeanLoss(layer) < before / 4, $"{MeanLoss(layer)} after {before}");

        double MeanLoss(MultiHeadAttention<float> one) => sentences.Average(sentence => Loss.SquaredError(sentence).Of(one.Attend(sentence)));
    }

    [Fact]
    public void Gradients_ThatAreNotTheLayersOwn_AreRefused()
    {
        MultiHeadAttention<double> layer = Layer();
        MultiHeadGradients<double> gradients = Backward(layer, Input);
        BadInput.Refused("gradients", "trace it anew after each step", () => layer.Step(gradients, Rate).Step(gradients, Rate));
        BadInput.Refused("gradients", "at least one pass", () => layer.Step([], Rate));
        BadInput.Refused("gradients", "gradients[1] is", () => layer.Step([gradients, null!], Rate));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void LearningRate_OutOfRange_IsRefused(double rate) =>
        BadInput.Refused("learningRate", "must be a positive finite number", () => Layer() is var layer ? layer.Step(Backward(layer, Input), rate) : null);

    [Fact]
    public void LearningRate_ThatMakesWeightsInfinite_IsRefusedWithTheWeights()
    {
        SelfAttention<double> head = SelfAttention.Random(4, 2, seed: 1);
        BadInput.Refused("learningRate", "with 1E+308, W^", () => head.Step(head.Trace(Input).Backward(Matrix<double>.Build.Dense(2, 5, 1e3)), 1e308));
    }

    /// <summary>Four heads that share two W^k, W^v and one score, all with biases.</summary>
    private static MultiHeadAttention<double> Layer() => MultiHeadAttention.Random(4, 4, seed: 1, headSize: 2, keyValueHeads: 2)
        .With(ScoreCase<double>.Of(ScoreKind.Additive, 2, 2, seed: 2).Engine)
        .With(new ProjectionBiases<double> { Query = Samples.DrawVector<double>(8, 3), Key = Samples.DrawVector<double>(4, 4), Value = Samples.DrawVector<double>(4, 5) })
        .WithOutputBias(Samples.DrawVector<double>(4, 6));

    private static MultiHeadGradients<double> Backward(MultiHeadAttention<double> layer, Matrix<double> input) => layer.Trace(input) is var trace ? trace.Backward(trace.Output) : null!;

    private static Matrix<double> Moved(Matrix<double> weights, Matrix<double> gradient) => weights - (gradient * Rate);

    private static Vector<double> Moved(Vector<double> bias, Matrix<double> gradient) => bias - (gradient.Column(0) * Rate);
}
