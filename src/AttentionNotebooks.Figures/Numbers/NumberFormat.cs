using System.Globalization;

namespace AttentionNotebooks;

/// <summary>One format for all the numbers of a table: as many digits as tell them apart, the decimal points aligned.</summary>
/// <remarks>
/// Fixed point with three significant digits of the largest magnitude, but at least two decimals for numbers that are not whole;
/// scientific where the largest is 10⁶ or more, or below 10⁻³. The invariant culture, and the true minus sign.
/// </remarks>
internal sealed class NumberFormat
{
    private readonly string format;

    private NumberFormat(string format) => this.format = format;

    /// <summary>The format for a set of numbers; what is not finite does not count.</summary>
    internal static NumberFormat For(IEnumerable<double> values)
    {
        double max = 0;
        bool whole = true;
        foreach (double value in values.Where(double.IsFinite))
        {
            max = Math.Max(max, Math.Abs(value));
            whole &= value == Math.Round(value);
        }

        if (whole && max < 1e6) return new NumberFormat("0");
        if (max is >= 1e6 or < 1e-3) return new NumberFormat("0.00e+0");
        return new NumberFormat(max >= 100 ? "0.00" : "0.000");
    }

    /// <summary>The number as text; a value that rounds to zero has no sign.</summary>
    internal string Format(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "−∞";
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        if (!text.StartsWith('-')) return text;
        string magnitude = text[1..];
        return magnitude.All(character => character is '0' or '.') ? magnitude : "−" + magnitude;
    }
}
