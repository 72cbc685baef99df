namespace AttentionNotebooks;

/// <summary>An axis on which equal distances are equal differences.</summary>
internal sealed class EvenAxis : IAxis
{
    private static readonly double[] RoundSteps = [1, 2, 5, 10];

    private readonly double first;
    private readonly double last;
    private readonly double length;
    private readonly double leastStep;

    private EvenAxis(double first, double last, double length, double leastStep = 0)
    {
        this.first = first;
        this.last = last > first ? last : first + 1;
        this.length = length;
        this.leastStep = leastStep;
    }

    /// <summary>An axis that ends at two values.</summary>
    internal static EvenAxis Between(double first, double last, double length) => new(first, last, length);

    /// <summary>An axis of whole numbers, which ends at the first and the last.</summary>
    internal static EvenAxis OfSteps(int first, int last, double length) => new(first, last, length, leastStep: 1);

    /// <summary>An axis that holds zero and all values, and ends where a label has room.</summary>
    internal static EvenAxis WithZero(IReadOnlyCollection<double> values, double length, double room)
    {
        EvenAxis axis = new(Math.Min(0, values.Min()), Math.Max(0, values.Max()), length);
        for (double step = axis.Step(room); ; step = axis.Step(room))
        {
            axis = new EvenAxis(Math.Floor(axis.first / step) * step, Math.Ceiling(axis.last / step) * step, length);
            if (axis.Step(room) == step) return axis;
        }
    }

    /// <inheritdoc/>
    public double Place(double value) => (value - first) / (last - first) * length;

    /// <inheritdoc/>
    public IEnumerable<double> Ticks(double room)
    {
        double step = Step(room);
        for (double count = Math.Ceiling(first / step); count * step <= last + (1e-9 * step); count++) yield return count * step;
    }

    /// <summary>The least difference of 1, 2 or 5 times a power of ten that leaves room for a label.</summary>
    private double Step(double room)
    {
        double least = Math.Max(leastStep, room / length * (last - first));
        double decade = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return decade * RoundSteps.First(step => step * decade >= least * (1 - 1e-9));
    }
}
