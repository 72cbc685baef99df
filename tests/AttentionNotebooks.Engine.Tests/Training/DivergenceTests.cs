using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class DivergenceTests
{
    private const int Words = 6, BrokenStep = 17;

    private static readonly TrainingExample[] Examples = Texts.Draw(20, Words, seed: 1);

    /// <summary>A batch of three sentences is one part, so that each call is a step.</summary>
    private static readonly TrainingOptions Options = new() { Steps = 30, BatchSize = 3, PeakLearningRate = 0.1, ClipNorm = null };

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "infinity")]
    public void Loss_NotFinite_IsNamed(double loss, string called) =>
        Names("loss", $"step 17: the loss is {called}", (call, _) => call == BrokenStep ? loss : 0);

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "infinity")]
    [InlineData(double.NegativeInfinity, "minus infinity")]
    public void Gradient_NotFinite_IsNamed(double number, string called) =>
        Names("bigram.bias", $"step 17: the gradient of bigram.bias holds {called}", (call, gradients) => Put(call, gradients[1], number));

    [Fact]
    public void GradientNorm_ThatOverflows_IsNamed() =>
        Names("gradient norm", "step 17: the norm of all gradients is infinity", (call, gradients) => Put(call, gradients[0], 1e200));

    [Fact]
    public void SecondMoment_ThatOverflows_IsNamed()
    {
        Parameter<float> parameter = new("p", Matrix<float>.Build.Dense(1, 2, 1f));
        TrainingStep<float> step = new(new Slope(parameter, 3e19f), new() { ClipNorm = null, Beta2 = 0 }, new());
        Assert.Contains("p", Assert.Throws<TrainingDivergedException>(() => step.Run(1, [Examples[0]], 0.1)).Message, StringComparison.Ordinal);
        Assert.All(parameter.Storage, number => Assert.Equal(1, number));
    }

    [Fact]
    public void Parameter_ThatOverflows_IsNamedAndPutBack()
    {
        Bigrams<double> model = new(Words);
        model.Weight.Values[2, 3] = double.MaxValue / 2;
        Matrix<double>[] before = model.Learned;
        TrainingDivergedException diverged = Assert.Throws<TrainingDivergedException>(() =>
            model.Train(WithoutWord(3), Options with { PeakLearningRate = 10, WarmUpSteps = 0, WeightDecay = 1 }));
        Assert.Equal((1, "bigram.weight"), (diverged.Step, diverged.Tensor));
        Assert.StartsWith("step 1: after the update bigram.weight holds minus infinity", diverged.Message, StringComparison.Ordinal);
        Bits.Same(before, model.Learned, "parameters");
    }

    private static TrainingExample[] WithoutWord(int word) => [.. Examples.Where(example => !example.Tokens.Contains(word)).DefaultIfEmpty(new([1, 2], [2, -1]))];

    private static double Put(int call, Matrix<double> gradient, double number)
    {
        if (call == BrokenStep) gradient[2, 0] = number;
        return 0;
    }

    private static void Names(string tensor, string message, Func<int, Matrix<double>[], double> meddle)
    {
        Bigrams<double> healthy = new(Words), sick = new(Words, meddle);
        List<Matrix<double>[]> after = [];
        healthy.Train(Examples, Options with { Watch = _ => after.Add(healthy.Learned), WatchEvery = 1 });
        TrainingDivergedException diverged = Assert.Throws<TrainingDivergedException>(() => sick.Train(Examples, Options));
        Assert.Equal((BrokenStep, tensor), (diverged.Step, diverged.Tensor));
        Assert.StartsWith(message, diverged.Message, StringComparison.Ordinal);
        Bits.Same(after[BrokenStep - 1], sick.Learned, "parameters from before the step");
    }

    /// <summary>A model whose gradient is the same number everywhere.</summary>
    private sealed class Slope(Parameter<float> parameter, float slope) : ITrainable<float>
    {
        public IReadOnlyList<Parameter<float>> Parameters => [parameter];

        public double AddGradients(IReadOnlyList<TrainingExample> examples, double scale, ParameterGradients<float> gradients)
        {
            gradients.Of(parameter).Fill(slope);
            return 1;
        }

        public Evaluation Evaluate(IReadOnlyList<TrainingExample> examples, ComputeOptions compute) => default;
    }
}
