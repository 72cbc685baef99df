using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Training;

public sealed class LearningRateScheduleTests
{
    [Theory]
    [InlineData(1, 0.25)]
    [InlineData(2, 0.5)]
    [InlineData(4, 1.0)]
    [InlineData(6, 0.9 * 0.85355339059327378 + 0.1)]
    [InlineData(8, 0.55)]
    [InlineData(12, 0.1)]
    public void At_Step_IsTheLineThenTheCosine(int step, double expected) =>
        Assert.Equal(expected, new LearningRateSchedule(peak: 1, steps: 12, warmUpSteps: 4, floor: 0.1).At(step), 1e-15);

    [Fact]
    public void At_WithoutWarmUp_FallsFromTheFirstStep() => Assert.Equal(0.5, new LearningRateSchedule(peak: 1, steps: 2).At(1), 1e-15);

    [Fact]
    public void At_WithNothingButWarmUp_EndsAtThePeak() => Assert.Equal(3, new LearningRateSchedule(peak: 3, steps: 5, warmUpSteps: 5, floor: 1).At(5));

    [Fact]
    public void At_ToTheEnd_NeverRisesAgain()
    {
        LearningRateSchedule schedule = new(peak: 0.003, steps: 1000, warmUpSteps: 50, floor: 0.0001);
        double[] rates = [.. Enumerable.Range(50, 951).Select(schedule.At)];
        Assert.Equal(rates.OrderDescending(), rates);
        Assert.Equal((0.003, 0.0001), (rates[0], rates[^1]));
    }

    [Fact]
    public void Schedule_OutOfRange_IsRefused()
    {
        BadInput.Refused("peak", "above 0: it is 0", () => new LearningRateSchedule(0, 10));
        BadInput.Refused("peak", "it is NaN", () => new LearningRateSchedule(double.NaN, 10));
        BadInput.Refused("steps", "at least 1: it is 0", () => new LearningRateSchedule(1, 0));
        BadInput.Refused("warmUpSteps", "from 0 to the steps, 10: it is 11", () => new LearningRateSchedule(1, 10, 11));
        BadInput.Refused("floor", "from 0 to the peak, 1: it is 2", () => new LearningRateSchedule(1, 10, 0, 2));
        BadInput.Refused("step", "from 1 to the steps, 10: it is 0", () => new LearningRateSchedule(1, 10).At(0));
        BadInput.Refused("step", "from 1 to the steps, 10: it is 11", () => new LearningRateSchedule(1, 10).At(11));
    }
}
