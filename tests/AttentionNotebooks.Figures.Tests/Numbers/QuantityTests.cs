namespace AttentionNotebooks.Figures.Tests.Numbers;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(1e-9, "1 ns")]
    [InlineData(1.234e-6, "1.23 µs")]
    [InlineData(1e-5, "10 µs")]
    [InlineData(12.34e-6, "12.3 µs")]
    [InlineData(999.4e-6, "999 µs")]
    [InlineData(999.6e-6, "1 ms")]
    [InlineData(0.1, "100 ms")]
    [InlineData(2.5, "2.50 s")]
    [InlineData(12_345, "12,300 s")]
    [InlineData(0.25e-9, "0.25 ns")]
    public void Time_OfSeconds_HasThreeDigitsAndAUnit(double seconds, string expected) => Assert.Equal(expected, Quantity.Time.Format(seconds));

    [Theory]
    [InlineData(1, "1 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1 kB")]
    [InlineData(16_384, "16.4 kB")]
    [InlineData(12.884901888e9, "12.9 GB")]
    [InlineData(5e15, "5,000 TB")]
    public void Memory_OfBytes_HasThreeDigitsAndAUnit(double bytes, string expected) => Assert.Equal(expected, Quantity.Memory.Format(bytes));
}
