using System.Globalization;

namespace AttentionNotebooks;

/// <summary>A matrix and its gradient as a step of the way back.</summary>
internal static class GradientSteps
{
    /// <summary>Two gradients that differ by less are the same one, as far as central differences can tell.</summary>
    private const double SameUpTo = 1e-6;

    /// <summary>Where neither gradient has a greater entry, both are zeros up to the rounding of differences.</summary>
    private const double Nothing = 1e-9;

    /// <param name="part">The matrix.</param>
    /// <param name="check">The proof of its gradient; null: none. Where heads share a matrix it is that of their sum, which is then shown.</param>
    internal static Step Of(GradientPart part, GradientCheck? check) => new()
    {
        Title = part.Title,
        Words = part.Words + (check is null ? "" : $" {Finding(check)}"),
        Headline = part.Headline,
        Shape = part.Shape,
        Formulas = part.Formulas,
        Pictures = check is null ? [part.Value, part.Gradient] : [part.Value, check.Gradient.Figure(), check.Differences.Figure()],
    };

    /// <summary>What some proofs say together.</summary>
    internal static string Verdict(IReadOnlyList<GradientCheck> checks)
    {
        GradientCheck? worst = checks.Where(check => !IsNothing(check)).MaxBy(check => check.GreatestRelativeError);
        return worst is null ? Finding(checks[0])
            : worst.GreatestRelativeError <= SameUpTo ? $"{(checks.Count == 1 ? "The" : "Every")} gradient is proved by central differences of the loss: greatest relative error {Error(worst)}."
            : $"{worst.Gradient.Name} is not what central differences of the loss find: relative error {Error(worst)}. It is wrong, or the loss has a kink nearby.";
    }

    private static string Finding(GradientCheck check) => IsNothing(check)
        ? "It is 0, as far as central differences can tell."
        : $"Central differences find the same up to a relative error of {Error(check)}.";

    private static bool IsNothing(GradientCheck check) => check.Gradient.Values.Enumerate().Concat(check.Differences.Values.Enumerate()).All(entry => Math.Abs(entry) <= Nothing);

    private static string Error(GradientCheck check) => check.GreatestRelativeError.ToString("0.0e0", CultureInfo.InvariantCulture).Replace('-', '−');
}
