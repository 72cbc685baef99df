namespace AttentionNotebooks;

/// <summary>How far a training has come.</summary>
/// <param name="Step">The step that was done last, from 1.</param>
/// <param name="Steps">How many there are.</param>
/// <param name="Loss">The mean cross-entropy of the step's batch, in nats.</param>
/// <param name="SmoothedLoss">The losses up to here, each weighing 0.98 of the next one.</param>
/// <param name="LearningRate">That of the step.</param>
/// <param name="GradientNorm">√(Σ g²) over all parameters, before clipping.</param>
/// <param name="TokensPerSecond">Tokens that were learned from in a second, since the training began or was resumed.</param>
/// <param name="TimeLeft">What is left at this pace.</param>
public sealed record TrainingProgress(
    int Step, int Steps, double Loss, double SmoothedLoss, double LearningRate, double GradientNorm, double TokensPerSecond, TimeSpan TimeLeft)
{
    /// <summary>One line, for example <c>step 1200/5000, loss 0.412 (smoothed 0.398), learning rate 8.1e-04, gradient norm 0.93, 41,200 tokens/s, 1:23 left</c>.</summary>
    /// <returns>The line, without a line break.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"step {Step}/{Steps}, loss {Loss:0.000} (smoothed {SmoothedLoss:0.000}), learning rate {LearningRate:0.0e-00}, gradient norm {GradientNorm:0.00}, {TokensPerSecond:#,0} tokens/s, {Clock(TimeLeft)} left");

    private static string Clock(TimeSpan time) => time.TotalHours < 1
        ? FormattableString.Invariant($"{time.Minutes}:{time.Seconds:00}")
        : FormattableString.Invariant($"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}");
}
