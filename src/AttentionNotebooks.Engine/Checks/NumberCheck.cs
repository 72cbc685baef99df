using System.Runtime.CompilerServices;

namespace AttentionNotebooks;

/// <summary>The checks of single numbers at the public border.</summary>
internal static class NumberCheck
{
    /// <summary>A finite number above 0.</summary>
    internal static void PositiveAndFinite(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > 0 && double.IsFinite(value))) throw Wrong(name, value, "a finite number above 0");
    }

    /// <summary>A finite number from 0.</summary>
    internal static void NotNegativeAndFinite(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0 && double.IsFinite(value))) throw Wrong(name, value, "a finite number from 0");
    }

    /// <summary>A number from 0 to below 1.</summary>
    internal static void BelowOne(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value is >= 0 and < 1)) throw Wrong(name, value, "from 0 to below 1");
    }

    /// <summary>A number between two others, which it may equal.</summary>
    /// <param name="what">What the greatest number is.</param>
    internal static void Between(double value, double least, double greatest, string what, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= least && value <= greatest)) throw Wrong(name, value, FormattableString.Invariant($"from {least} to {what}, {greatest}"));
    }

    private static ArgumentOutOfRangeException Wrong(string name, double value, string expected) =>
        new(name, value, FormattableString.Invariant($"{name} must be {expected}: it is {value}."));
}
