using System.Globalization;

namespace AttentionNotebooks;

/// <summary>One format for all the numbers of a table, so that they can be compared at a glance.</summary>
/// <remarks>
/// Whole numbers below 10⁶ have no decimals. Other numbers have three decimals, two where the largest magnitude is 100 or more, and as many as
/// show three significant digits of it where it is below 0.1. Scientific where the largest magnitude is 10⁶ or more, or below 10⁻³.
/// Zero is always <c>0</c>, so that it can be told from what was rounded to <c>0.000</c>. The invariant culture, and the true minus sign.
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

        return For(max, whole);
    }

    /// <summary>The format for numbers of which only this is known.</summary>
    /// <param name="max">The largest magnitude; finite.</param>
    /// <param name="whole">True where all of them are whole numbers.</param>
    internal static NumberFormat For(double max, bool whole)
    {
        if (whole && max < 1e6) return new NumberFormat("0");
        if (max is >= 1e6 or < 1e-3) return new NumberFormat("0.00e+0");
        if (max >= 100) return new NumberFormat("0.00");
        int decimals = Math.Max(3, 2 - (int)Math.Floor(Math.Log10(max)));
        return new NumberFormat("0." + new string('0', decimals));
    }

    /// <summary>Numbers as text, all in the format that suits them together.</summary>
    internal static string[] All(IReadOnlyList<double> values)
    {
        NumberFormat format = For(values);
        return [.. values.Select(format.Format)];
    }

    /// <summary>The number as text; a value that rounds to zero has no sign.</summary>
    internal string Format(double value)
    {
        if (value == 0) return "0";
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "−∞";
        string magnitude = Math.Abs(value).ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
        bool roundsToZero = !magnitude.AsSpan().ContainsAnyInRange('1', '9');
        return value < 0 && !roundsToZero ? "−" + magnitude : magnitude;
    }
}
