namespace AttentionNotebooks.Figures.Tests.Colours;

public sealed class DivergingScaleTests
{
    private const double EnoughForText = 4.5;

    [Theory]
    [InlineData("#ffffff", "#1f1f1f")]
    [InlineData("#1e1e1e", "#d4d4d4")]
    [InlineData("#1f1f1f", "#cccccc")]
    public void Shade_AtItsStrongest_LeavesTextReadable(string page, string text)
    {
        DivergingScale scale = new(1);

        Assert.All(new[] { -1.0, 1.0 }, value => Assert.True(Contrast(Over(scale.Shade(value)!, Rgb(page)), Rgb(text)) >= EnoughForText));
    }

    [Theory]
    [InlineData("#ffffff", "#1f1f1f")]
    [InlineData("#1e1e1e", "#d4d4d4")]
    public void QuietText_OnThePage_IsReadable(string page, string text)
    {
        double[] quiet = [.. Rgb(text).Zip(Rgb(page), (front, back) => (front * 0.75) + (back * 0.25))];

        Assert.True(Contrast(quiet, Rgb(page)) >= EnoughForText);
    }

    [Theory]
    [InlineData("#ffffff")]
    [InlineData("#1e1e1e")]
    public void Shade_OfOppositeNumbers_IsEquallyLight(string page)
    {
        DivergingScale scale = new(2);

        Assert.All(
            new[] { 0.1, 0.5, 1, 2 },
            value => Assert.Equal(1, Contrast(Over(scale.Shade(value)!, Rgb(page)), Over(scale.Shade(-value)!, Rgb(page))), 0.1));
    }

    [Fact]
    public void Shade_OfANumber_IsAsStrongAsTheNumberIsLarge()
    {
        DivergingScale scale = new(8);

        Assert.All(
            new[] { 8.0, 4, 1, -1, -4, -8 },
            value => Assert.Equal(DivergingScale.StrongestOpacity * Math.Abs(value) / 8, Parts(scale.Shade(value)!)[3], 0.5 / byte.MaxValue));
        Assert.NotEqual(scale.Shade(4), scale.Shade(-4));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Shade_OfZeroAndWhatIsNotFinite_IsNone(double value)
    {
        Assert.Null(new DivergingScale(3).Shade(value));
        Assert.Null(new DivergingScale(0).Shade(value));
    }

    private static double[] Over(string shade, double[] page)
    {
        double[] parts = Parts(shade);
        return [.. page.Select((back, index) => (parts[index] * parts[3]) + (back * (1 - parts[3])))];
    }

    /// <summary>Red, green and blue, 0 to 255, and the opacity, 0 to 1.</summary>
    private static double[] Parts(string colour) => [.. Rgb(colour).Take(3), Rgb(colour)[3] / byte.MaxValue];

    private static double[] Rgb(string hex) =>
        [.. Convert.FromHexString(hex.AsSpan(1)).Select(part => (double)part)];

    /// <summary>The contrast ratio of WCAG 2.</summary>
    private static double Contrast(double[] one, double[] other)
    {
        double[] light = [Luminance(one), Luminance(other)];
        return (light.Max() + 0.05) / (light.Min() + 0.05);
    }

    private static double Luminance(double[] rgb)
    {
        double[] linear = [.. rgb.Select(part => part / 255).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }
}
