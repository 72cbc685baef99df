using System.Globalization;
using System.Text.RegularExpressions;

namespace AttentionNotebooks.Runner.Tests.Site;

public sealed partial class StyleSheetTests : IDisposable
{
    private const double EnoughForText = 4.5;

    private readonly SampleSite site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("ink", "paper")]
    [InlineData("muted", "paper")]
    [InlineData("link", "paper")]
    [InlineData("ink", "panel")]
    [InlineData("muted", "panel")]
    [InlineData("keyword", "panel")]
    [InlineData("string", "panel")]
    [InlineData("number", "panel")]
    [InlineData("comment", "panel")]
    [InlineData("directive", "panel")]
    [InlineData("ink", "warning-panel")]
    [InlineData("ink", "failure-panel")]
    [InlineData("failure", "failure-panel")]
    [InlineData("failure", "paper")]
    [InlineData("link", "failure-panel")]
    public void Colours_LightDarkAndPrint_HaveEnoughContrast(string text, string ground)
    {
        site.Write();
        string[] themes = [.. Theme().Matches(File.ReadAllText(site.Folder["site.css"])).Select(match => match.Value)];

        Assert.Equal(3, themes.Length);
        Assert.All(themes, theme => Assert.InRange(Contrast(Colour(theme, text), Colour(theme, ground)), EnoughForText, 21));
    }

    // The relative luminance and the ratio of WCAG 2.
    private static double Contrast(double[] one, double[] other)
    {
        (double light, double dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(double[] colour)
    {
        double[] linear = [.. colour.Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    private static double[] Colour(string theme, string name)
    {
        string digits = Regex.Match(theme, $"--{name}: #([0-9a-f]+);").Groups[1].Value;
        string[] parts = digits.Length == 3 ? [.. digits.Select(digit => $"{digit}{digit}")] : [.. digits.Chunk(2).Select(pair => new string(pair))];
        return [.. parts.Select(part => int.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)];
    }

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex Theme();
}
