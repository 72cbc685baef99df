namespace AttentionNotebooks;

/// <summary>What must be known of all entries before the first can be drawn.</summary>
internal sealed class MatrixSummary
{
    private MatrixSummary(long nonZeros, double scale, bool hasNegative, NumberFormat format)
    {
        NonZeros = nonZeros;
        Scale = new DivergingScale(scale);
        HasNegative = hasNegative;
        Format = format;
    }

    internal long NonZeros { get; }

    /// <summary>The scale of the shades; its maximum is the largest finite magnitude.</summary>
    internal DivergingScale Scale { get; }

    /// <summary>Whether any shade is on the side below zero.</summary>
    internal bool HasNegative { get; }

    internal NumberFormat Format { get; }

    /// <summary>One pass over the entries; those that are zero may be left out.</summary>
    internal static MatrixSummary Of(IEnumerable<Entry> entries)
    {
        long nonZeros = 0;
        double scale = 0;
        double largest = 0;
        bool hasNegative = false;
        bool whole = true;
        foreach (Entry entry in entries)
        {
            if (!entry.IsZero) nonZeros++;
            largest = Math.Max(largest, entry.LargestPart);
            whole &= entry.IsWhole;
            double strength = entry.Strength;
            if (!double.IsFinite(strength)) continue;
            scale = Math.Max(scale, Math.Abs(strength));
            hasNegative |= strength < 0;
        }

        return new MatrixSummary(nonZeros, scale, hasNegative, NumberFormat.For(largest, whole));
    }
}
