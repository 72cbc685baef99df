namespace AttentionNotebooks.Figures.Tests.Matrices;

public sealed class MatrixSummaryTests
{
    [Fact]
    public void Of_Entries_CountsWhatIsNotZeroAndFindsTheLargestFiniteMagnitude()
    {
        MatrixSummary summary = MatrixSummary.Of([new(0), new(-0.0), new(2), new(-3.5), new(double.NegativeInfinity), new(double.NaN)]);

        Assert.Equal((4, 3.5, true), (summary.NonZeros, summary.Scale.Max, summary.HasNegative));
    }

    [Fact]
    public void Of_ComplexEntries_ScalesByMagnitudeWhichHasNoSign()
    {
        MatrixSummary summary = MatrixSummary.Of([new(-3, 4), new(0, -1), new(0, 0)]);

        Assert.Equal((2, 5.0, false), (summary.NonZeros, summary.Scale.Max, summary.HasNegative));
    }

    [Fact]
    public void Of_Nothing_HasNoScale() => Assert.Equal(0, MatrixSummary.Of([]).Scale.Max);
}
