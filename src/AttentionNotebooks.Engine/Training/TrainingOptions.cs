namespace AttentionNotebooks;

/// <summary>How a model is trained: by what steps, who watches, and what is kept.</summary>
/// <remarks>Immutable. What watches and keeps changes no number of the result, so a checkpoint can be resumed with others.</remarks>
public sealed partial record TrainingOptions
{
    /// <summary>How many updates are made; at least 1. 1000 unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Steps { get; init => field = NumberCheck.AtLeast(value, 1, nameof(Steps)); } = 1000;

    /// <summary>How many sentences an update is made from; at least 1. 32 unless it is set. Where there are fewer examples, a batch holds some of them more than once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int BatchSize { get; init => field = NumberCheck.AtLeast(value, 1, nameof(BatchSize)); } = 32;

    /// <summary>Decides in which order the examples come. 1 unless it is set.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The greatest learning rate; above 0. 0.001 unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0, or not finite.</exception>
    public double PeakLearningRate { get; init => field = NumberCheck.PositiveAndFinite(value, nameof(PeakLearningRate)); } = 1e-3;

    /// <summary>The learning rate of the last step; from 0 to <see cref="PeakLearningRate"/>. Null: a tenth of the peak.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, or not finite.</exception>
    public double? FinalLearningRate { get; init => field = value is { } rate ? NumberCheck.NotNegativeAndFinite(rate, nameof(FinalLearningRate)) : null; }

    /// <summary>In how many steps the learning rate rises to its peak; from 0 to <see cref="Steps"/>. Null: a twentieth of the steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0.</exception>
    public int? WarmUpSteps { get; init => field = value is { } steps ? NumberCheck.AtLeast(steps, 0, nameof(WarmUpSteps)) : null; }

    /// <summary>λ of <see cref="AdamW{T}"/>; at least 0. 0.01 unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, or not finite.</exception>
    public double WeightDecay { get; init => field = NumberCheck.NotNegativeAndFinite(value, nameof(WeightDecay)); } = 0.01;

    /// <summary>β₁ of <see cref="AdamW{T}"/>; from 0 to below 1. 0.9 unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public double Beta1 { get; init => field = NumberCheck.BelowOne(value, nameof(Beta1)); } = 0.9;

    /// <summary>β₂ of <see cref="AdamW{T}"/>; from 0 to below 1. 0.999 unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public double Beta2 { get; init => field = NumberCheck.BelowOne(value, nameof(Beta2)); } = 0.999;

    /// <summary>The greatest norm of all gradients together; they are scaled down where it is greater. Above 0; null: they never are. 1 unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0, or not finite.</exception>
    public double? ClipNorm { get; init => field = value is { } norm ? NumberCheck.PositiveAndFinite(norm, nameof(ClipNorm)) : null; } = 1;

    /// <summary>The learning rate of each step.</summary>
    /// <exception cref="ArgumentException">The warm-up is longer than the training, or the last learning rate is above the peak.</exception>
    internal LearningRateSchedule Schedule()
    {
        if (WarmUpSteps > Steps)
            throw new ArgumentException($"options must not warm up for longer than they train: {nameof(WarmUpSteps)} is {WarmUpSteps}, {nameof(Steps)} is {Steps}.", "options");
        if (FinalLearningRate > PeakLearningRate)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"options must not end above the peak: {nameof(FinalLearningRate)} is {FinalLearningRate}, {nameof(PeakLearningRate)} is {PeakLearningRate}."), "options");
        }

        return new(PeakLearningRate, Steps, WarmUpSteps ?? Steps / 20, FinalLearningRate ?? PeakLearningRate / 10);
    }
}
