namespace AttentionNotebooks;

/// <summary>Coordinates as SVG writes them: short, with the invariant culture.</summary>
internal static class SvgNumber
{
    internal static double Round(double value) => Math.Round(value, 2);

    internal static string Translate(double x, double y) => FormattableString.Invariant($"translate({Round(x)} {Round(y)})");
}
