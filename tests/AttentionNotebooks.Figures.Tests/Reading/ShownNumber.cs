using System.Globalization;

namespace AttentionNotebooks.Figures.Tests.Reading;

/// <summary>A number read back from a picture, with the error that its rounding allows.</summary>
internal readonly record struct ShownNumber(double Value, double Rounding)
{
    internal static ShownNumber Parse(string text)
    {
        string number = text.Trim().Replace('−', '-').Replace("∞", "Infinity", StringComparison.Ordinal);
        double value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value) || number == "0") return new ShownNumber(value, 0);
        string[] parts = number.Split('e');
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        int exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return new ShownNumber(value, point < 0 ? 0 : 0.5 * Math.Pow(10, exponent - decimals));
    }

    internal static void AssertShows(double expected, string text)
    {
        ShownNumber shown = Parse(text);
        if (double.IsFinite(expected)) Assert.Equal(expected, shown.Value, shown.Rounding * (1 + 1e-9));
        else Assert.Equal(expected, shown.Value);
    }
}
