namespace AttentionNotebooks.Benchmarks.Measuring;

/// <summary>The two averages that are used here.</summary>
internal static class Statistics
{
    /// <summary>The middle one, or the mean of the two in the middle; NaN of nothing.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The mean for ratios; NaN of nothing.</summary>
    public static double GeometricMean(IReadOnlyCollection<double> values) =>
        values.Count == 0 ? double.NaN : Math.Exp(values.Average(Math.Log));
}
