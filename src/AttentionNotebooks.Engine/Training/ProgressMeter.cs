namespace AttentionNotebooks;

/// <summary>Tells a listener how a training goes on, and no more often than somebody can read.</summary>
/// <param name="options">Who listens, and how many steps there are.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class ProgressMeter(TrainingOptions options, TimeProvider clock)
{
    /// <summary>What a loss weighs of the next one.</summary>
    private const double Memory = 0.98;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.1);

    private readonly long start = clock.GetTimestamp();
    private double losses, weight;
    private long steps, tokens;
    private long? reported;

    /// <summary>Hears the loss of a step that an earlier run has done.</summary>
    internal void Recall(double loss)
    {
        losses = (Memory * losses) + loss;
        weight = (Memory * weight) + 1;
    }

    /// <summary>Hears of a step that was done.</summary>
    internal void Count(TrainingPoint point, int tokensOfStep)
    {
        Recall(point.Loss);
        steps++;
        tokens += tokensOfStep;
        long now = clock.GetTimestamp();
        if (options.Progress is null || !IsDue(point.Step, now)) return;
        reported = now;
        options.Progress.Report(Progress(point, Math.Max(clock.GetElapsedTime(start, now).TotalSeconds, 1e-9)));
    }

    private bool IsDue(int step, long now) => step == options.Steps || reported is not { } last || clock.GetElapsedTime(last, now) >= Pause;

    private TrainingProgress Progress(TrainingPoint point, double seconds) => new(
        point.Step, options.Steps, point.Loss, losses / weight, point.LearningRate, point.GradientNorm, tokens / seconds, TimeSpan.FromSeconds((options.Steps - point.Step) * seconds / steps));
}
