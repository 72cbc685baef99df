namespace AttentionNotebooks.Engine.Tests.Training;

/// <summary>Remembers what it hears of a training.</summary>
internal sealed class Reports : IProgress<TrainingProgress>
{
    public List<TrainingProgress> Heard { get; } = [];

    public void Report(TrainingProgress value) => Heard.Add(value);
}
