using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Numbers;

public sealed class NumberFormatTests
{
    [Theory]
    [InlineData(new[] { 1.0, -20, 300 }, "1", "−20", "300")]
    [InlineData(new[] { 0.5, -1.25, 0 }, "0.500", "−1.250", "0")]
    [InlineData(new[] { 99.5, 0.0001 }, "99.500", "0.000")]
    [InlineData(new[] { 123.456, -1.5 }, "123.46", "−1.50")]
    [InlineData(new[] { 0.0123, -0.00456 }, "0.0123", "−0.0046")]
    [InlineData(new[] { 0.00123, 0.0001 }, "0.00123", "0.00010")]
    [InlineData(new[] { 0.000123, -1e-10 }, "1.23e−4", "−1.00e−10")]
    [InlineData(new[] { 1e6, 1.5, 0 }, "1.00e+6", "1.50e+0", "0")]
    [InlineData(new[] { 0.25, double.NaN, double.PositiveInfinity, double.NegativeInfinity }, "0.250", "NaN", "∞", "−∞")]
    [InlineData(new[] { 0.25, -0.0001, -0.0 }, "0.250", "0.000", "0")]
    public void Format_OfNumbersOfOneTable_HasDigitsThatFitAllOfThem(double[] values, params string[] expected)
    {
        NumberFormat format = NumberFormat.For(values);

        Assert.Equal(expected, values.Select(format.Format));
    }

    [Fact]
    public void Format_UnderAnotherCulture_IsTheSame()
    {
        double[] values = [-1.5, 0.25];

        Assert.Equal(["−1.500", "0.250"], GermanCulture.Run(() => values.Select(NumberFormat.For(values).Format).ToArray()));
    }

    [Fact]
    public void Format_OverAllMagnitudes_ShowsTheNumberToTheRoundingShown()
    {
        Random random = new(7);
        for (int exponent = -300; exponent <= 300; exponent++)
        {
            double value = (random.NextDouble() - 0.5) * Math.Pow(10, exponent);
            ShownNumber.AssertShows(value, NumberFormat.For([value]).Format(value));
        }
    }

    [Fact]
    public void Format_OfTheLargest_HasThreeSignificantDigits()
    {
        for (double value = 1.23456e-7; value < 1e9; value *= 7.3)
        {
            ShownNumber shown = ShownNumber.Parse(NumberFormat.For([value]).Format(value));
            Assert.True(shown.Rounding <= value * 0.005, $"{value} is shown as {shown.Value}");
        }
    }
}
