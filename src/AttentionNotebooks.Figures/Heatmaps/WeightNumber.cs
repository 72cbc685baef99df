using System.Globalization;

namespace AttentionNotebooks;

/// <summary>Weights as heatmaps write them.</summary>
internal static class WeightNumber
{
    /// <summary>Four significant digits, for tooltips, tables and the legend.</summary>
    internal static string Exact(double weight)
    {
        string text = weight.ToString("G4", CultureInfo.InvariantCulture).Replace('-', '−');
        int exponent = text.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0 ? text : $"{text[..exponent]}e{text[(exponent + 1)..].Replace("+", "", StringComparison.Ordinal)}";
    }

    /// <summary>What fits into a cell; a weight of exactly 0 is told from one that rounds to it, which has no sign.</summary>
    internal static string Short(double weight, double greatest)
    {
        if (weight == 0) return "0";
        if (greatest is >= 1000 or < 0.001) return weight.ToString("0e0", CultureInfo.InvariantCulture).Replace('-', '−');
        string format = greatest switch { >= 100 => "0", >= 10 => "0.0", >= 0.1 => "0.00", >= 0.01 => "0.000", _ => "0.0000" };
        string text = weight.ToString(format, CultureInfo.InvariantCulture);
        return text.AsSpan().TrimStart("-0.").IsEmpty ? text.TrimStart('-') : text.Replace('-', '−');
    }
}
