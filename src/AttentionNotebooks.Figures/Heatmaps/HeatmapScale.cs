namespace AttentionNotebooks;

/// <summary>From 0, which looks like the background, to the greatest weight: one blue whose opacity grows with the weight.</summary>
/// <remarks>
/// Lightness is monotone over a light background (darker) and over a dark one (lighter), so the scale needs neither colour vision nor
/// knowledge of the theme. Where numbers stand in the cells the opacity ends at <see cref="NumbersOpacity"/>: up to there the host's own
/// text colour keeps a contrast of 4.5 : 1 on both.
/// </remarks>
internal sealed class HeatmapScale(double greatest, bool hasNumbers)
{
    /// <summary>The blue.</summary>
    internal const string Hue = "#1f77d0";

    /// <summary>The opacity of the greatest weight behind a number.</summary>
    internal const double NumbersOpacity = 0.6;

    /// <summary>The opacity of the greatest weight.</summary>
    internal double Ceiling { get; } = hasNumbers ? NumbersOpacity : 1;

    /// <summary>The end of the scale.</summary>
    internal double Greatest { get; } = greatest;

    /// <summary>0 to 1: how far along the scale a weight is.</summary>
    internal double Strength(double weight) => Greatest > 0 ? Math.Clamp(weight / Greatest, 0, 1) : 0;

    /// <summary>The opacity of a weight, rounded as it is written.</summary>
    internal double Opacity(double weight) => Math.Round(Ceiling * Strength(weight), 3);
}
