using System.Runtime.CompilerServices;

namespace AttentionNotebooks;

/// <summary>The checks of single numbers at the public border. Each returns the number.</summary>
internal static class NumberCheck
{
    /// <summary>A finite number above 0.</summary>
    internal static double PositiveAndFinite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw Wrong(name, value, "a finite number above 0");

    /// <summary>A finite number from 0.</summary>
    internal static double NotNegativeAndFinite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw Wrong(name, value, "a finite number from 0");

    /// <summary>A finite number.</summary>
    internal static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw Wrong(name, value, "a finite number");

    /// <summary>A number from 0 to 1, up to the rounding of a sum of <see cref="float"/>s.</summary>
    internal static double Fraction(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 + 1e-6 ? value : throw Wrong(name, value, "from 0 to 1");

    /// <summary>A number from 0 to below 1.</summary>
    internal static double BelowOne(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < 1 ? value : throw Wrong(name, value, "from 0 to below 1");

    /// <summary>A number between two others, which it may equal; the greater one is something that has a name.</summary>
    internal static double Between(double value, double least, double greatest, string greatestIs, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least && value <= greatest ? value : throw Wrong(name, value, FormattableString.Invariant($"from {least} to {greatestIs}, {greatest}"));

    /// <summary>A whole number from another one on.</summary>
    internal static int AtLeast(int value, int least, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least ? value : throw Wrong(name, value, FormattableString.Invariant($"at least {least}"));

    private static ArgumentOutOfRangeException Wrong(string name, double value, string expected) =>
        new(name, value, FormattableString.Invariant($"{name} must be {expected}: it is {value}."));
}
