namespace AttentionNotebooks;

/// <summary>From 0, which looks like the background, to the greatest magnitude: one hue whose opacity grows with it, and another below zero.</summary>
/// <remarks>
/// Lightness is monotone over a light background (darker) and over a dark one (lighter), so the scale needs neither colour vision nor
/// knowledge of the theme. Where numbers stand in the cells the opacity ends at <see cref="NumbersOpacity"/>: up to there the host's own
/// text colour keeps a contrast of 4.5 : 1 on both. With two hues they are those of <see cref="DivergingScale"/>, which ends a little earlier.
/// </remarks>
internal sealed class HeatmapScale(double greatest, bool hasNumbers, bool isSigned = false)
{
    /// <summary>The blue of weights.</summary>
    internal const string Hue = "#1f77d0";

    /// <summary>The opacity of the greatest weight behind a number.</summary>
    internal const double NumbersOpacity = 0.6;

    /// <summary>True where the scale has a side below zero.</summary>
    internal bool IsSigned { get; } = isSigned;

    /// <summary>The colour of what is above zero.</summary>
    internal string PositiveFill => IsSigned ? Hex(DivergingScale.Positive) : Hue;

    /// <summary>The colour of what is below zero.</summary>
    internal static string NegativeFill => Hex(DivergingScale.Negative);

    /// <summary>The opacity of the greatest weight.</summary>
    internal double Ceiling { get; } = !hasNumbers ? 1 : isSigned ? DivergingScale.StrongestOpacity : NumbersOpacity;

    /// <summary>The end of the scale.</summary>
    internal double Greatest { get; } = greatest;

    /// <summary>Images round weights to so many steps from 0 to the end of the scale.</summary>
    internal int Levels { get; init; } = HeatmapRaster.Levels;

    /// <summary>What the scale measures.</summary>
    internal string Quantity { get; init; } = "weight";

    /// <summary>0 to 1: how far along the scale a weight is.</summary>
    internal double Strength(double weight) => Greatest > 0 ? Math.Clamp(Math.Abs(weight) / Greatest, 0, 1) : 0;

    /// <summary>The opacity of a weight, rounded as it is written.</summary>
    internal double Opacity(double weight) => Math.Round(Ceiling * Strength(weight), 3);

    /// <summary>The step that a weight is rounded to; 0 to Levels − 1, negative below zero.</summary>
    internal int Level(double weight) => Math.Sign(weight) * (int)Math.Round(Strength(weight) * (Levels - 1));

    private static string Hex((byte Red, byte Green, byte Blue) colour) => $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}";
}
