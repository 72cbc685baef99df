using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class CheckpointTests : IDisposable
{
    private const int Words = 16;

    private static readonly TrainingExample[] Examples = Texts.Draw(50, Words, seed: 1);

    private static readonly TrainingOptions Options = new() { Steps = 40, BatchSize = 9, PeakLearningRate = 0.05, HeldOut = Texts.Draw(10, Words, seed: 2), EvaluateEvery = 10 };

    private readonly string path = Path.Combine(Path.GetTempPath(), $"checkpoint-{Guid.NewGuid():N}.safetensors");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Training_ResumedAfter17Of40Steps_HasTheSameBits()
    {
        ResumesWithTheSameBits<float>();
        ResumesWithTheSameBits<double>();
    }

    [Fact]
    public void Training_ResumedAfterItsEnd_ChangesNothing()
    {
        Bigrams<double> trained = new(Words), loaded = new(Words);
        TrainingHistory history = Train(trained, Options with { CheckpointPath = path });
        Assert.Equal(history.Points, Train(loaded, Options with { ResumeFrom = path }).Points);
        Bits.Same(trained.Learned, loaded.Learned, "parameters");
    }

    [Fact]
    public void Checkpoint_IsWrittenEverySoManySteps()
    {
        List<int> steps = [];
        Train(new Bigrams<double>(Words), Options with { CheckpointPath = path, CheckpointEvery = 15, WatchEvery = 1, Watch = step => steps.Add(StepsIn(path)) });
        Assert.Equal(41, steps.Count);

        // The model is watched before the file of the same step is written.
        Assert.Equal([0, 15, 30], steps.Distinct());
        Assert.Equal(40, StepsIn(path));
    }

    [Fact]
    public void Checkpoint_HoldsTheParametersUnderTheirNames()
    {
        Bigrams<double> model = new(Words);
        Train(model, Options with { CheckpointPath = path });
        SafeTensorFile file = SafeTensors.Read(path);
        Bits.Same(model.Learned, [file.Get("bigram.weight").ToMatrix<double>(), file.Get("bigram.bias").ToMatrix<double>()], "parameters");
    }

    [Theory]
    [InlineData("BatchSize is '9', that of this training is '10'", 10, 1)]
    [InlineData("Seed is '1', that of this training is '2'", 9, 2)]
    public void Checkpoint_OfOtherOptions_IsRefused(string essence, int batchSize, int seed) =>
        IsRefused(essence, () => Train(new Bigrams<double>(Words), Options with { ResumeFrom = path, BatchSize = batchSize, Seed = seed }));

    [Fact]
    public void Checkpoint_OfAnotherModel_IsRefused()
    {
        IsRefused("its model is 'bigrams', that of this training is 'other'", () => new Bigrams<double>(Words).Train(Examples, Options with { ResumeFrom = path }, name: "other"));
        IsRefused("bigram.weight is 16×16, that of this model is 17×17", () => Train(new Bigrams<double>(Words + 1), Options with { ResumeFrom = path }));
        IsRefused("another precision: 'bigram.weight' is F64, not F32", () => Train(new Bigrams<float>(Words), Options with { ResumeFrom = path }));
    }

    [Fact]
    public void Checkpoint_OfOtherExamples_IsRefused()
    {
        TrainingExample first = Examples[0];
        TrainingExample otherToken = new([.. first.Tokens.Select(token => (token + 1) % Words)], first.Targets);
        TrainingExample otherTarget = new(first.Tokens, [.. first.Targets.Select(target => target < 0 ? target : (target + 1) % Words)]);
        Refused(Examples[..49]);
        Refused([.. Examples.Reverse()]);
        Refused([otherToken, .. Examples[1..]]);
        Refused([otherTarget, .. Examples[1..]]);

        void Refused(TrainingExample[] others) => IsRefused("its examples is", () => new Bigrams<double>(Words).Train(others, Options with { ResumeFrom = path }));
    }

    [Fact]
    public void Folder_ThatIsNotThere_IsRefusedBeforeTheFirstStep()
    {
        Bigrams<double> model = new(Words);
        BadInput.Refused("options", "CheckpointPath must be in a folder that exists", () => Train(model, Options with { CheckpointPath = Path.Combine(path, "file") }));
        Assert.All(model.Weight.Storage, number => Assert.Equal(0, number));
    }

    [Fact]
    public void SmoothedLoss_OfAResumedTraining_GoesOn()
    {
        Reports whole = new(), resumed = new();
        Train(new Bigrams<double>(Words), Options with { Progress = whole });
        Assert.Throws<TrainingCanceledException>(() => TrainTo(17, new Bigrams<double>(Words)));
        Train(new Bigrams<double>(Words), Options with { Progress = resumed, ResumeFrom = path });
        Assert.Equal(whole.Heard[^1].SmoothedLoss, resumed.Heard[^1].SmoothedLoss);
    }

    [Fact]
    public void File_ThatIsNoCheckpoint_IsRefused()
    {
        SafeTensors.Write(path, [SafeTensor.Of("bigram.weight", Samples.DrawMatrix<double>(Words, Words, seed: 1))]);
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Train(new Bigrams<double>(Words), Options with { ResumeFrom = path }));
        Assert.Contains("is no checkpoint of a training", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusedCheckpoint_LeavesTheModelAsItWas()
    {
        Bigrams<double> model = new(Words + 1);
        IsRefused("16×16", () => Train(model, Options with { ResumeFrom = path }));
        Assert.All(model.Weight.Storage, number => Assert.Equal(0, number));
    }

    [Fact]
    public void Cancellation_WritesACheckpointThatGoesOn()
    {
        Bigrams<double> whole = new(Words), stopped = new(Words);
        TrainingHistory expected = Train(whole, Options);
        TrainingCanceledException canceled = Assert.Throws<TrainingCanceledException>(() => TrainTo(17, stopped));
        Assert.Equal(17, canceled.Step);
        Assert.Equal(expected.Points.Take(17), canceled.History!.Points);
        Assert.Equal(17, StepsIn(path));
        Assert.Equal(expected.Points, Train(stopped, Options with { ResumeFrom = path }).Points);
        Bits.Same(whole.Learned, stopped.Learned, "parameters");
    }

    [Fact]
    public void Cancellation_BeforeTheFirstStep_WritesNothing()
    {
        Bigrams<double> model = new(Words);
        TrainingCanceledException canceled = Assert.Throws<TrainingCanceledException>(() =>
            Train(model, Options with { CheckpointPath = path, CancellationToken = new CancellationToken(canceled: true) }));
        Assert.Equal((0, null), (canceled.Step, canceled.History));
        Assert.False(File.Exists(path));
    }

    private static TrainingHistory Train<T>(Bigrams<T> model, TrainingOptions options)
        where T : unmanaged, IFloatingPointIeee754<T> => model.Train(Examples, options);

    private static int StepsIn(string path) => File.Exists(path) ? SafeTensors.Read(path).Get("training.history").ToMatrix<double>().ColumnCount : 0;

    private void TrainTo<T>(int last, Bigrams<T> model)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using CancellationTokenSource source = new();
        Train(model, Options with { CheckpointPath = path, CancellationToken = source.Token, WatchEvery = last, Watch = step => CancelAt(step, source) });

        void CancelAt(int step, CancellationTokenSource source)
        {
            if (step == last) source.Cancel();
        }
    }

    private void ResumesWithTheSameBits<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Bigrams<T> whole = new(Words), resumed = new(Words);
        TrainingHistory expected = Train(whole, Options);
        Assert.Throws<TrainingCanceledException>(() => TrainTo(17, new Bigrams<T>(Words)));
        Assert.Equal(expected.Points, Train(resumed, Options with { ResumeFrom = path }).Points);
        Bits.Same(whole.Learned, resumed.Learned, "parameters");
    }

    private void IsRefused(string essence, Func<object?> resume)
    {
        if (!File.Exists(path)) Train(new Bigrams<double>(Words), Options with { CheckpointPath = path });
        InvalidDataException refused = Assert.Throws<InvalidDataException>(resume);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.Contains(essence, refused.Message, StringComparison.Ordinal);
    }
}
