using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Training;

/// <summary>The trainer with the model that it is for.</summary>
public sealed class TransformerTrainingTests : IDisposable
{
    private const int Words = 12;

    private static readonly TransformerConfig Config = new() { VocabularySize = Words, ModelSize = 16, Layers = 1, Heads = 2, IsCausal = true, MaxTokens = 24 };

    private readonly string path = Path.Combine(Path.GetTempPath(), $"checkpoint-{Guid.NewGuid():N}.safetensors");

    public void Dispose() => File.Delete(path);

    /// <summary>After a word has come twice, what followed it is to be said: no bigram model can know.</summary>
    [Fact]
    public void Transformer_OnACopyTask_LearnsIt()
    {
        Transformer<float> model = Transformer.Create<float>(Config, seed: 1);
        TrainingOptions options = new() { Steps = 250, BatchSize = 32, PeakLearningRate = 0.01, HeldOut = Copies(100, seed: 2), EvaluateEvery = 250 };
        TrainingPoint last = Trainer.Train(model, Copies(1000, seed: 1), options).Points[^1];
        Assert.InRange(last.HeldOutAccuracy!.Value, 0.98, 1);
        Assert.InRange(last.HeldOutLoss!.Value, 0, 0.1);
    }

    [Fact]
    public void Training_OnAnyNumberOfThreads_HasTheSameBits()
    {
        Matrix<float>[] expected = Learned(Train<float>(threads: 1).Model);
        Assert.All([2, 3], threads => Bits.Same(expected, Learned(Train<float>(threads).Model), $"parameters on {threads} threads"));
    }

    [Fact]
    public void Training_ResumedAfter17Of40Steps_HasTheSameBits()
    {
        ResumesWithTheSameBits<float>();
        ResumesWithTheSameBits<double>();
    }

    [Fact]
    public void Checkpoint_OfOtherHeads_IsRefused()
    {
        Transformer<float> model = Transformer.Create<float>(Config with { Heads = 4 }, seed: 1);
        Train<float>(threads: 1, options => options with { CheckpointPath = path });
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Trainer.Train(model, Copies(60, seed: 3), Options with { ResumeFrom = path }));
        Assert.Contains("another training: its model is", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Film_OfAProbe_IsRecordedByWatching()
    {
        Transformer<double> model = Transformer.Create<double>(Config, seed: 1);
        List<AttentionFrame> frames = [];
        Trainer.Train(model, Copies(60, seed: 3), Options with { WatchEvery = 20, Watch = step => frames.Add(new(step, model.Run([1, 2, 3]).Map)) });
        AttentionFilm film = new(frames);
        Assert.Equal([0, 20, 40], film.Frames.Select(frame => frame.Step));
        Assert.NotEqual(film.Frames[0].Map[0, 0], film.Frames[2].Map[0, 0]);
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        Transformer<double> model = Transformer.Create<double>(Config, seed: 1);
        TrainingExample stranger = new([1, Words], [1, 1]);
        BadInput.Refused("model", "must not cross-attend", () => Trainer.Train(Transformer.Create<double>(Config with { CrossAttends = true }, seed: 1), [stranger]));
        BadInput.Refused("examples", "at least one example: it is empty", () => Trainer.Train(model, []));
        BadInput.Refused("examples", "examples[0].Tokens", () => Trainer.Train(model, [stranger]));
        BadInput.Refused("options", "HeldOut must hold at least one example", () => Trainer.Train(model, Copies(3, seed: 1), new() { HeldOut = [] }));
        BadInput.Refused("options", "HeldOut[0].Tokens", () => Trainer.Train(model, Copies(3, seed: 1), new() { HeldOut = [stranger] }));
    }

    private static TrainingOptions Options => new() { Steps = 40, BatchSize = 16, PeakLearningRate = 0.01 };

    private static Matrix<T>[] Learned<T>(Transformer<T> model)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. model.Parameters.Select(parameter => parameter.Values)];

    /// <summary>Six words, drawn at random, and once more the same six.</summary>
    private static TrainingExample[] Copies(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            int[] words = [.. Enumerable.Range(0, 6).Select(_ => random.Next(Words))];
            int[] tokens = [.. words, .. words];
            return new TrainingExample(tokens, [.. Enumerable.Repeat(TrainingExample.NoTarget, 5), .. words, TrainingExample.NoTarget]);
        })];
    }

    private static (Transformer<T> Model, TrainingHistory History) Train<T>(int threads, Func<TrainingOptions, TrainingOptions>? change = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Transformer<T> model = Transformer.Create<T>(Config, seed: 1);
        TrainingOptions options = Options with { MaxDegreeOfParallelism = threads };
        return (model, Trainer.Train(model, Copies(60, seed: 3), change is null ? options : change(options)));
    }

    private void ResumesWithTheSameBits<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (Transformer<T> whole, TrainingHistory expected) = Train<T>(threads: 1);
        using CancellationTokenSource source = new();
        Assert.Throws<TrainingCanceledException>(() => Train<T>(threads: 2, options => options with
        {
            CheckpointPath = path,
            CancellationToken = source.Token,
            WatchEvery = 17,
            Watch = step => CancelAt(step, source),
        }));
        (Transformer<T> resumed, TrainingHistory found) = Train<T>(threads: 2, options => options with { ResumeFrom = path });
        Assert.Equal(expected.Points, found.Points);
        Bits.Same(Learned(whole), Learned(resumed), "parameters");

        static void CancelAt(int step, CancellationTokenSource source)
        {
            if (step == 17) source.Cancel();
        }
    }
}
