namespace AttentionNotebooks;

public sealed partial record TrainingOptions
{
    /// <summary>Where the state of the training is kept, so that it can go on another day; null: nowhere. The folder must exist.</summary>
    public string? CheckpointPath { get; init; }

    /// <summary>After how many steps a checkpoint is written each time; at least 1. 500 unless it is set. One more is written after the last step, and where the training is cancelled.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int CheckpointEvery { get; init => field = NumberCheck.AtLeast(value, 1, nameof(CheckpointEvery)); } = 500;

    /// <summary>A checkpoint of the same training, to go on from; null: from the beginning. What comes out has the same bits as if it had never stopped.</summary>
    public string? ResumeFrom { get; init; }

    /// <summary>Examples that are not trained on, to be asked about; null: none.</summary>
    public IReadOnlyList<TrainingExample>? HeldOut { get; init; }

    /// <summary>After how many steps the model is asked about <see cref="HeldOut"/> each time; at least 1. 100 unless it is set. It is asked after the last step too.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int EvaluateEvery { get; init => field = NumberCheck.AtLeast(value, 1, nameof(EvaluateEvery)); } = 100;

    /// <summary>
    /// Called with the number of updates that have been made: with 0 before the first one, then every <see cref="WatchEvery"/> steps, and after the last one.
    /// The model is at rest: its maps can be taken, for a film of how they form. On the thread of the training.
    /// </summary>
    public Action<int>? Watch { get; init; }

    /// <summary>After how many steps <see cref="Watch"/> is called each time; at least 1. 10 unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int WatchEvery { get; init => field = NumberCheck.AtLeast(value, 1, nameof(WatchEvery)); } = 10;

    /// <summary>Hears of the first step, of the last one, and in between at most ten times a second; null: nobody. On the thread of the training. <see cref="TrainingDisplay"/> shows it.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>The most threads that work at a time, the caller's included; at least 1. All cores unless it is set. Results are the same on any number, bit for bit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxDegreeOfParallelism { get; init => field = NumberCheck.AtLeast(value, 1, nameof(MaxDegreeOfParallelism)); } = Environment.ProcessorCount;

    /// <summary>Stops the training between two steps with a <see cref="TrainingCanceledException"/>; the step that runs is finished first.</summary>
    public CancellationToken CancellationToken { get; init; }
}
