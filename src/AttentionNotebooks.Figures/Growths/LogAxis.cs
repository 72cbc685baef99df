namespace AttentionNotebooks;

/// <summary>A logarithmic axis: where a value stands, from its start to its end.</summary>
internal sealed class LogAxis
{
    private readonly double first;
    private readonly double last;
    private readonly double length;

    private LogAxis(double first, double last, double length)
    {
        this.first = first;
        this.last = last;
        this.length = length;
    }

    /// <summary>Pixels for a factor of ten.</summary>
    internal double Decade => length / (last - first);

    /// <summary>An axis a little longer than from the least value to the greatest.</summary>
    internal static LogAxis Around(IEnumerable<double> values, double length)
    {
        const double Margin = 0.1;
        (double least, double greatest) = Logarithms(values);
        return new LogAxis(least - Margin, greatest + Margin, length);
    }

    /// <summary>An axis of whole decades, which begins at half of the least value or before.</summary>
    internal static LogAxis InDecades(IEnumerable<double> values, double length)
    {
        (double least, double greatest) = Logarithms(values);
        return new LogAxis(Math.Floor(least - Math.Log10(2)), Math.Floor(greatest) + 1, length);
    }

    /// <summary>Pixels from the start of the axis.</summary>
    internal double Place(double value) => (Math.Log10(value) - first) * Decade;

    /// <summary>Powers of ten, as many as have room.</summary>
    /// <param name="room">Pixels that a label takes along the axis.</param>
    internal IEnumerable<double> Decades(double room)
    {
        int step = (int)Math.Ceiling(room / Decade);
        for (double exponent = Math.Ceiling(first); exponent <= last; exponent += step) yield return Math.Pow(10, exponent);
    }

    private static (double Least, double Greatest) Logarithms(IEnumerable<double> values) => (Math.Log10(values.Min()), Math.Log10(values.Max()));
}
