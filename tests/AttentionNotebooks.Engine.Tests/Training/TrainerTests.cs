using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class TrainerTests
{
    private const int Words = 64;

    private static readonly TrainingExample[] Examples = Texts.Draw(200, Words, seed: 1);

    [Fact]
    public void Training_OfBigrams_ReachesTheEntropyOfTheText()
    {
        TrainingExample[] examples = Texts.Draw(40, words: 5, seed: 2);
        Bigrams<double> model = new(5);
        TrainingOptions options = new() { Steps = 400, BatchSize = 40, PeakLearningRate = 0.1, FinalLearningRate = 0.001, WeightDecay = 0 };
        TrainingHistory history = model.Train(examples, options);
        Assert.Equal(Math.Log(5), history.Points[0].Loss, 1e-12);
        Assert.Equal(Texts.Entropy(examples), history.Points[^1].Loss, 1e-3);
    }

    [Fact]
    public void Training_OnAnyNumberOfThreads_HasTheSameBits()
    {
        HasTheSameBits<float>();
        HasTheSameBits<double>();
    }

    [Fact]
    public void Training_WithAnotherSeed_IsAnother() =>
        Assert.NotEqual(Losses(Options(steps: 5)), Losses(Options(steps: 5) with { Seed = 2 }));

    [Fact]
    public void History_HoldsEveryStep_AndHeldOutNumbersWhereTheyWereAsked()
    {
        TrainingExample[] heldOut = Texts.Draw(70, Words, seed: 9);
        TrainingHistory history = new Bigrams<double>(Words).Train(Examples, Options(steps: 25) with { HeldOut = heldOut, EvaluateEvery = 10 });
        Assert.Equal(Enumerable.Range(1, 25), history.Points.Select(point => point.Step));
        Assert.Equal([10, 20, 25], history.Points.Where(point => point.HeldOutLoss is not null).Select(point => point.Step));
        Assert.Equal([10, 20, 25], history.Points.Where(point => point.HeldOutAccuracy is not null).Select(point => point.Step));
        Assert.All(history.Points, point => Assert.Equal(Options(steps: 25).Schedule().At(point.Step), point.LearningRate));
        Assert.InRange(history.Points[^1].GradientNorm, 1e-3, 10);
    }

    [Fact]
    public void HeldOutNumbers_AreThoseOfTheModelAfterTheStep()
    {
        TrainingExample[] heldOut = Texts.Draw(70, Words, seed: 9);
        Bigrams<double> model = new(Words);
        TrainingHistory history = model.Train(Examples, Options(steps: 8) with { HeldOut = heldOut });
        Assert.Equal(model.Evaluate(heldOut, new()), new Evaluation(history.Points[^1].HeldOutLoss!.Value, history.Points[^1].HeldOutAccuracy!.Value));
    }

    [Fact]
    public void Watch_SeesTheModelBeforeTheFirstStepAndAfterTheLast()
    {
        List<int> steps = [];
        Bigrams<double> model = new(Words);
        double[]? start = null;
        TrainingOptions options = Options(steps: 11) with { WatchEvery = 5, Watch = Look };
        model.Train(Examples, options);
        Assert.Equal([0, 5, 10, 11], steps);
        Assert.All(start!, number => Assert.Equal(0, number));

        void Look(int step)
        {
            steps.Add(step);
            start ??= [.. model.Weight.Storage];
        }
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        Bigrams<double> broken = new(3);
        broken.Bias.Values[1, 0] = double.NaN;
        BadInput.Refused("model", "its bigram.bias holds NaN", () => broken.Train(Examples, new()));
        BadInput.Refused("options", "WarmUpSteps is 11, Steps is 10", () => new Bigrams<double>(Words).Train(Examples, new() { Steps = 10, WarmUpSteps = 11 }));
        BadInput.Refused("options", "FinalLearningRate is 0.2, PeakLearningRate is 0.1", () =>
            new Bigrams<double>(Words).Train(Examples, new() { PeakLearningRate = 0.1, FinalLearningRate = 0.2 }));
    }

    private static TrainingOptions Options(int steps) => new() { Steps = steps, BatchSize = 64, PeakLearningRate = 0.05 };

    private static double[] Losses(TrainingOptions options) =>
        [.. new Bigrams<double>(Words).Train(Examples, options).Points.Select(point => point.Loss)];

    private static void HasTheSameBits<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (Bigrams<T> expected, TrainingHistory history, int one) = Run(1);
        Assert.Equal(1, one);
        Assert.All([2, 3], threads =>
        {
            (Bigrams<T> found, TrainingHistory same, int used) = Run(threads);
            Assert.InRange(used, 2, threads);
            Bits.Same(expected.Learned, found.Learned, $"parameters on {threads} threads");
            Assert.Equal(history.Points, same.Points);
        });

        static (Bigrams<T> Model, TrainingHistory History, int Threads) Run(int threads)
        {
            HashSet<int> used = [];
            Bigrams<T> model = new(Words, (_, _) =>
            {
                lock (used) used.Add(Environment.CurrentManagedThreadId);
                return 0;
            });
            TrainingOptions options = Options(steps: 20) with { MaxDegreeOfParallelism = threads, HeldOut = Examples, EvaluateEvery = 7 };
            return (model, model.Train(Examples, options), Math.Min(used.Count, threads));
        }
    }
}
