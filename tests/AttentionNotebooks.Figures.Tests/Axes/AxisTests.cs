namespace AttentionNotebooks.Figures.Tests.Axes;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0, 1000, new double[] { 0, 200, 400, 600, 800, 1000 })]
    [InlineData(25, 100, new double[] { 40, 60, 80, 100 })]
    [InlineData(0, 3, new double[] { 0, 1, 2, 3 })]
    [InlineData(7, 7, new double[] { 7, 8 })]
    public void Steps_OnAnAxis_AreWholeAndRound(int first, int last, double[] expected) =>
        Assert.Equal(expected, EvenAxis.OfSteps(first, last, length: 400).Ticks(room: 70));

    [Theory]
    [InlineData(new[] { 0.7, 4.2 }, 0, 5, 1)]
    [InlineData(new[] { 0.0031 }, 0, 0.004, 0.001)]
    [InlineData(new[] { -1.5, 4 }, -2, 4, 1)]
    [InlineData(new[] { 0.0 }, 0, 1, 0.2)]
    public void EvenAxis_WithZero_HoldsAllValuesAndEndsAtATick(double[] values, double first, double last, double step)
    {
        EvenAxis axis = EvenAxis.WithZero(values, length: 100, room: 16);
        double[] ticks = [.. axis.Ticks(room: 16)];
        Assert.Equal((0, 100), (Math.Round(axis.Place(first), 9), Math.Round(axis.Place(last), 9)));
        Assert.Equal((first, last, step), (ticks[0], Math.Round(ticks[^1], 9), Math.Round(ticks[1] - ticks[0], 9)));
    }

    [Theory]
    [InlineData(new[] { 0.02, 4.0 }, new[] { 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5 })]
    [InlineData(new[] { 1e-6, 1e4 }, new[] { 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1000, 1e4 })]
    [InlineData(new[] { 1.3, 1.4 }, new[] { 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7 })]
    public void LogAxis_OfAnyRange_HasRoundTicks(double[] values, double[] expected)
    {
        double[] ticks = [.. LogAxis.Around(values, length: 190).Ticks(room: 16)];
        Assert.Equal(expected.Length, ticks.Length);
        Assert.All(expected.Zip(ticks), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * pair.First));
    }
}
