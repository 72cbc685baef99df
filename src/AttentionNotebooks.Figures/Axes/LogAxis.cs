namespace AttentionNotebooks;

/// <summary>A logarithmic axis: where a value stands, from its start to its end.</summary>
internal sealed class LogAxis : IAxis
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

    /// <inheritdoc/>
    public double Place(double value) => (Math.Log10(value) - first) * Decade;

    /// <summary>Powers of ten, as many as have room.</summary>
    /// <param name="room">Pixels that a label takes along the axis.</param>
    internal IEnumerable<double> Decades(double room)
    {
        int step = (int)Math.Ceiling(room / Decade);
        for (double exponent = Math.Ceiling(first); exponent <= last; exponent += step) yield return Math.Pow(10, exponent);
    }

    /// <summary>Powers of ten; with their double and fivefold where these have room, and round numbers between them where there would be one tick alone.</summary>
    /// <param name="room">Pixels that a label takes along the axis.</param>
    public IEnumerable<double> Ticks(double room)
    {
        if (room > Math.Log10(2) * Decade) return Decades(room);
        double[] ticks = [.. OneTwoFive()];
        return ticks.Length > 1 ? ticks : EvenAxis.Between(Math.Pow(10, first), Math.Pow(10, last), length).Ticks(room);
    }

    private IEnumerable<double> OneTwoFive() =>
        from exponent in Enumerable.Range((int)Math.Floor(first), (int)Math.Ceiling(last) - (int)Math.Floor(first) + 1)
        from multiple in (double[])[1, 2, 5]
        let tick = multiple * Math.Pow(10, exponent)
        where Place(tick) >= 0 && Place(tick) <= length
        select tick;

    private static (double Least, double Greatest) Logarithms(IEnumerable<double> values) => (Math.Log10(values.Min()), Math.Log10(values.Max()));
}
