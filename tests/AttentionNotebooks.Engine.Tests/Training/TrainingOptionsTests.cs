using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class TrainingOptionsTests
{
    [Fact]
    public void Options_OutOfRange_AreRefusedByName()
    {
        Refused(nameof(TrainingOptions.Steps), "at least 1: it is 0", () => new() { Steps = 0 });
        Refused(nameof(TrainingOptions.BatchSize), "at least 1: it is -3", () => new() { BatchSize = -3 });
        Refused(nameof(TrainingOptions.PeakLearningRate), "above 0: it is 0", () => new() { PeakLearningRate = 0 });
        Refused(nameof(TrainingOptions.FinalLearningRate), "from 0: it is -1", () => new() { FinalLearningRate = -1 });
        Refused(nameof(TrainingOptions.WarmUpSteps), "at least 0: it is -1", () => new() { WarmUpSteps = -1 });
        Refused(nameof(TrainingOptions.WeightDecay), "from 0: it is Infinity", () => new() { WeightDecay = double.PositiveInfinity });
        Refused(nameof(TrainingOptions.Beta1), "below 1: it is 1", () => new() { Beta1 = 1 });
        Refused(nameof(TrainingOptions.Beta2), "below 1: it is -0.1", () => new() { Beta2 = -0.1 });
        Refused(nameof(TrainingOptions.ClipNorm), "above 0: it is 0", () => new() { ClipNorm = 0 });
        Refused(nameof(TrainingOptions.CheckpointEvery), "at least 1: it is 0", () => new() { CheckpointEvery = 0 });
        Refused(nameof(TrainingOptions.EvaluateEvery), "at least 1: it is 0", () => new() { EvaluateEvery = 0 });
        Refused(nameof(TrainingOptions.WatchEvery), "at least 1: it is 0", () => new() { WatchEvery = 0 });
        Refused(nameof(TrainingOptions.MaxDegreeOfParallelism), "at least 1: it is 0", () => new() { MaxDegreeOfParallelism = 0 });
    }

    [Fact]
    public void Schedule_OfNoWishes_WarmsUpForATwentiethAndEndsAtATenth()
    {
        LearningRateSchedule schedule = new TrainingOptions { Steps = 200, PeakLearningRate = 0.02 }.Schedule();
        Assert.Equal((0.02, 200, 10, 0.002), (schedule.Peak, schedule.Steps, schedule.WarmUpSteps, schedule.Floor));
    }

    private static void Refused(string property, string essence, Func<TrainingOptions> options) => BadInput.Refused(property, essence, options);
}
