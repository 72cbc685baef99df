namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>2ˣ to 27 digits, to measure double by.</summary>
/// <remarks>2ˣ = 2ⁿ · e^(f·ln 2) with n = round(x), f = x − n, which is exact; the series of e in decimal.</remarks>
internal static class ExactPower
{
    private const decimal Ln2 = 0.6931471805599453094172321215m;

    private const int Terms = 26;

    /// <summary>2^(x − n).</summary>
    public static decimal Scaled(double exponent)
    {
        decimal x = Exact(exponent - Math.Round(exponent)) * Ln2, term = 1, sum = 1;
        for (int k = 1; k < Terms; k++)
        {
            term *= x / k;
            sum += term;
        }

        return sum;
    }

    /// <summary>How far a double lies from 2ˣ, in units in the last place of 2ˣ.</summary>
    /// <param name="found">The double.</param>
    /// <param name="exponent">x.</param>
    /// <param name="scaled">What <see cref="Scaled"/> says of x.</param>
    public static double Error(double found, double exponent, decimal scaled)
    {
        decimal unit = Exact(scaled >= 1 ? Math.ScaleB(1, -52) : Math.ScaleB(1, -53));
        return (double)(Math.Abs(Exact(Math.ScaleB(found, -(int)Math.Round(exponent))) - scaled) / unit);
    }

    /// <summary>A number of at most 2 as a decimal, which the conversion would round to 15 digits: its first 60 bits behind the point, and the rest.</summary>
    private static decimal Exact(double number)
    {
        const long Unit = 1L << 60;
        double scaled = number * Unit, whole = Math.Truncate(scaled);
        return ((decimal)(long)whole / Unit) + ((decimal)(scaled - whole) / Unit);
    }
}
