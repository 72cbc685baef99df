using System.Globalization;

namespace AttentionNotebooks;

/// <summary>A quiet shade for a number: blue above zero, orange below, none at zero, and equally strong for x and −x.</summary>
/// <remarks>
/// The shade is transparent, so that it suits a light and a dark page alike. Blue and orange are told apart with every common kind of colour
/// blindness; these two are equally light. The strongest shade leaves text a contrast of at least 4.5 on both pages.
/// </remarks>
/// <param name="max">The magnitude of the strongest shade.</param>
internal sealed class DivergingScale(double max)
{
    internal const double StrongestOpacity = 0.55;

    internal static readonly (byte Red, byte Green, byte Blue) Positive = (40, 120, 230);

    internal static readonly (byte Red, byte Green, byte Blue) Negative = (205, 90, 0);

    /// <summary>The magnitude of the strongest shade; 0 where nothing is shaded.</summary>
    internal double Max { get; } = max;

    /// <summary>The colour as CSS; null where there is no shade: zero, and what is not finite.</summary>
    internal string? Shade(double value)
    {
        if (!double.IsFinite(value)) return null;
        double opacity = StrongestOpacity * Math.Min(1, Math.Abs(value) / Max);
        return Math.Round(opacity * byte.MaxValue) > 0 ? Css(value > 0 ? Positive : Negative, opacity) : null;
    }

    /// <summary>The full colour of a sign, for bars, which need no text on them.</summary>
    internal static string Opaque(double value)
    {
        (byte red, byte green, byte blue) = value < 0 ? Negative : Positive;
        return string.Create(CultureInfo.InvariantCulture, $"#{red:x2}{green:x2}{blue:x2}");
    }

    internal static string Css((byte Red, byte Green, byte Blue) colour, double opacity) =>
        string.Create(CultureInfo.InvariantCulture, $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}{(byte)Math.Round(opacity * byte.MaxValue):x2}");
}
