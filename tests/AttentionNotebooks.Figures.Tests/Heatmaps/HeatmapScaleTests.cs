using System.Globalization;

namespace AttentionNotebooks.Figures.Tests.Heatmaps;

public sealed class HeatmapScaleTests
{
    /// <summary>Background and text of a plain page, VS Code, JupyterLab, GitHub; light and dark.</summary>
    [Theory]
    [InlineData("#ffffff", "#000000")]
    [InlineData("#ffffff", "#3b3b3b")]
    [InlineData("#ffffff", "#1f2328")]
    [InlineData("#121212", "#ffffff")]
    [InlineData("#1e1e1e", "#d4d4d4")]
    [InlineData("#1f1f1f", "#cccccc")]
    [InlineData("#111111", "#e0e0e0")]
    [InlineData("#0d1117", "#f0f6fc")]
    public void Number_OnEveryShade_HasContrastAa(string background, string text)
    {
        HeatmapScale scale = new(greatest: 1, hasNumbers: true);
        for (int step = 0; step <= 100; step++)
        {
            double contrast = Contrast(Luminance(text), Luminance(Mix(background, scale.Opacity(step / 100.0))));
            Assert.True(contrast >= 4.5, $"{contrast:0.00} at {step} %");
        }
    }

    [Theory]
    [InlineData("#ffffff")]
    [InlineData("#1e1e1e")]
    public void Lightness_FromZeroToTheGreatest_LeavesTheBackgroundMonotonically(string background)
    {
        HeatmapScale scale = new(greatest: 0.25, hasNumbers: false);
        double own = Luminance(background);
        double[] distances = [.. Enumerable.Range(0, 65).Select(step => Math.Abs(Luminance(Mix(background, scale.Opacity(0.25 * step / 64))) - own))];
        Assert.Equal(0, distances[0]);
        Assert.All(distances.Zip(distances.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.True(Contrast(Luminance(HeatmapScale.Hue), own) > 3);
    }

    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    private static string Mix(string background, double opacity) =>
        "#" + string.Concat(Enumerable.Range(0, 3).Select(channel =>
            ((int)Math.Round((opacity * Channel(HeatmapScale.Hue, channel)) + ((1 - opacity) * Channel(background, channel)))).ToString("x2")));

    private static double Luminance(string colour) =>
        (0.2126 * Linear(Channel(colour, 0))) + (0.7152 * Linear(Channel(colour, 1))) + (0.0722 * Linear(Channel(colour, 2)));

    private static double Linear(int channel) => channel / 255.0 <= 0.04045 ? channel / 255.0 / 12.92 : Math.Pow(((channel / 255.0) + 0.055) / 1.055, 2.4);

    private static int Channel(string colour, int channel) => int.Parse(colour.AsSpan(1 + (2 * channel), 2), NumberStyles.HexNumber);
}
