namespace AttentionNotebooks;

/// <summary>One number of a matrix of any element type, as a picture needs it.</summary>
/// <param name="Real">The number, or its real part.</param>
/// <param name="Imaginary">Its imaginary part; null in a matrix of real numbers.</param>
internal readonly record struct Entry(double Real, double? Imaginary = null)
{
    /// <summary>What the colour stands for: a real number with its sign, a complex number's magnitude.</summary>
    internal double Strength => Imaginary is { } imaginary ? double.Hypot(Real, imaginary) : Real;

    internal bool IsZero => Real == 0 && (Imaginary ?? 0) == 0;

    /// <summary>True where no part has decimals; infinity and NaN have none.</summary>
    internal bool IsWhole => HasNoDecimals(Real) && HasNoDecimals(Imaginary ?? 0);

    /// <summary>The larger magnitude of the finite parts.</summary>
    internal double LargestPart => Math.Max(FiniteMagnitude(Real), FiniteMagnitude(Imaginary ?? 0));

    private static bool HasNoDecimals(double value) => !double.IsFinite(value) || value == Math.Round(value);

    private static double FiniteMagnitude(double value) => double.IsFinite(value) ? Math.Abs(value) : 0;
}
