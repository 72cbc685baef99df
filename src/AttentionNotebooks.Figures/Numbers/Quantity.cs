using System.Globalization;

namespace AttentionNotebooks;

/// <summary>Times and sizes as people say them: three digits, and the unit that leaves the fewest of them before the point.</summary>
/// <param name="units">The units from the smallest on.</param>
/// <param name="smallest">What the smallest unit is.</param>
internal sealed class Quantity(IReadOnlyList<string> units, double smallest)
{
    private const double Step = 1000;

    /// <summary>Seconds.</summary>
    internal static readonly Quantity Time = new(["ns", "µs", "ms", "s"], 1e-9);

    /// <summary>Bytes; a kB is 1000 of them.</summary>
    internal static readonly Quantity Memory = new(["B", "kB", "MB", "GB", "TB"], 1);

    /// <summary>For example <c>1.23 ms</c>; what is rounded to a thousand has the next unit.</summary>
    /// <param name="value">Above 0.</param>
    internal string Format(double value)
    {
        double scaled = Rounded(value / smallest);
        int unit = 0;
        for (; scaled >= Step && unit < units.Count - 1; unit++) scaled /= Step;
        string format = scaled >= 100 || scaled == Math.Round(scaled) ? "#,0" : scaled >= 10 ? "0.0" : "0.00";
        return $"{scaled.ToString(format, CultureInfo.InvariantCulture)} {units[unit]}";
    }

    private static double Rounded(double value)
    {
        double place = Math.Pow(10, Math.Floor(Math.Log10(value)) - 2);
        return Math.Round(value / place) * place;
    }
}
