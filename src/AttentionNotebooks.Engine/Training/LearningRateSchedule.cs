namespace AttentionNotebooks;

/// <summary>The learning rate of each step: it rises in a straight line to its peak, then falls along half a cosine to a floor.</summary>
/// <remarks>A pure function of the step. The cosine is that of Loshchilov &amp; Hutter 2017 (SGDR), equation 5, without restarts.</remarks>
public sealed record LearningRateSchedule
{
    /// <summary>A schedule for so many steps.</summary>
    /// <param name="peak">The greatest rate, reached at the last step of the warm-up; above 0.</param>
    /// <param name="steps">How many steps there are; at least 1.</param>
    /// <param name="warmUpSteps">How many of them rise; from 0 to <paramref name="steps"/>.</param>
    /// <param name="floor">The rate of the last step, where any falls; from 0 to <paramref name="peak"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public LearningRateSchedule(double peak, int steps, int warmUpSteps = 0, double floor = 0)
    {
        NumberCheck.PositiveAndFinite(peak);
        NumberCheck.AtLeast(steps, 1);
        NumberCheck.Between(warmUpSteps, 0, steps, "the steps");
        NumberCheck.Between(floor, 0, peak, "the peak");
        (Peak, Steps, WarmUpSteps, Floor) = (peak, steps, warmUpSteps, floor);
    }

    /// <summary>The greatest rate.</summary>
    public double Peak { get; }

    /// <summary>How many steps there are.</summary>
    public int Steps { get; }

    /// <summary>How many of them rise.</summary>
    public int WarmUpSteps { get; }

    /// <summary>The rate of the last step, where any falls.</summary>
    public double Floor { get; }

    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">From 1 to <see cref="Steps"/>.</param>
    /// <returns>peak·s/w in the warm-up of w steps; then floor + (peak − floor)·(1 + cos(π·(s − w)/(steps − w)))/2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public double At(int step)
    {
        NumberCheck.Between(step, 1, Steps, "the steps");
        if (step <= WarmUpSteps) return Peak * step / WarmUpSteps;
        double share = (double)(step - WarmUpSteps) / (Steps - WarmUpSteps);
        return Floor + ((Peak - Floor) * (1 + Math.Cos(Math.PI * share)) / 2);
    }
}
