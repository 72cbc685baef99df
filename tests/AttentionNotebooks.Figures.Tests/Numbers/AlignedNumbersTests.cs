namespace AttentionNotebooks.Figures.Tests.Numbers;

public sealed class AlignedNumbersTests
{
    [Fact]
    public void Align_NumbersOfManyForms_PutsTheirUnitsBelowEachOther()
    {
        string[] aligned = AlignedNumbers.Align(["1.500", "−12.250", "0", "−∞", "NaN"], AlignedNumbers.TerminalBlank);

        Assert.Equal(["  1.500", "−12.250", "  0    ", " −∞    ", "NaN    "], aligned);
    }

    [Fact]
    public void Align_Exponents_PutsThePointsBelowEachOther() =>
        Assert.Equal([" 1.20e+5 ", "−1.20e+10"], AlignedNumbers.Align(["1.20e+5", "−1.20e+10"], AlignedNumbers.TerminalBlank));

    [Fact]
    public void Align_ForAPage_UsesBlanksOfTheWidthOfDigitAndPoint() =>
        Assert.Equal(["1.50", "0\u2008\u2007\u2007"], AlignedNumbers.Align(["1.50", "0"], AlignedNumbers.PageBlank));

    [Fact]
    public void Align_Nothing_IsNothing() => Assert.Empty(AlignedNumbers.Align([], AlignedNumbers.TerminalBlank));
}
