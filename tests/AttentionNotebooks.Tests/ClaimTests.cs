using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Tests;

public sealed class ClaimTests
{
    private static readonly Matrix<double> Ones = Matrix<double>.Build.Dense(2, 2, 1);

    [Fact]
    public void That_True_ShowsItself() => Assert.Equal("✓ Water is wet", Claim.That("Water is wet", true).ToString());

    [Fact]
    public void That_False_Throws() =>
        Assert.Equal(
            "This claim does not hold: Water is dry",
            Assert.Throws<InvalidOperationException>(() => Claim.That("Water is dry", false)).Message);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1e-12, true)]
    [InlineData(1e-11, false)]
    [InlineData(double.NaN, false)]
    public void Equal_Difference_HoldsUpToRounding(double difference, bool holds)
    {
        Matrix<double> other = Ones.Clone();
        other[1, 0] += difference;
        Assert.Equal(holds, Record.Exception(() => Claim.Equal("Both are ones", Ones, other)) is null);
    }

    [Fact]
    public void Equal_OtherShape_NamesBoth() =>
        Assert.Contains(
            "right is 3×2, left is 2×2",
            Assert.Throws<ArgumentException>("right", () => Claim.Equal("Same", Ones, Matrix<double>.Build.Dense(3, 2))).Message);

    [Fact]
    public void Claim_Html_IsEscaped() => Assert.Contains("&lt;script&gt;", Claim.That("<script>alert(1)</script>", true).ToHtml());
}
