using System.Globalization;

namespace AttentionNotebooks;

/// <summary>A matrix and its gradient as a step of the way back.</summary>
internal static class GradientSteps
{
    /// <summary>Two gradients that differ by less are the same one, as far as central differences can tell.</summary>
    private const double SameUpTo = 1e-6;

    /// <param name="part">The matrix.</param>
    /// <param name="check">The proof of its gradient; null: none. Where heads share a matrix it is that of their sum, which is then shown.</param>
    internal static Step Of(GradientPart part, GradientCheck? check) => new()
    {
        Title = part.Title,
        Words = part.Words + (check is null ? "" : $" Central differences agree with it up to a relative error of {Error(check)}."),
        Headline = part.Headline,
        Shape = part.Shape,
        Formulas = part.Formulas,
        Pictures = check is null ? [part.Value, part.Gradient] : [part.Value, check.Gradient.Figure(), check.Differences.Figure()],
    };

    /// <summary>What the worst of all proofs says.</summary>
    internal static string Verdict(GradientCheck worst) => worst.GreatestRelativeError <= SameUpTo
        ? $"Every gradient is proved by central differences of the loss; greatest relative error {Error(worst)}."
        : $"{worst.Gradient.Name} is not what central differences of the loss find: relative error {Error(worst)}. It is wrong, or the loss has a kink nearby.";

    internal static string Error(GradientCheck check) => check.GreatestRelativeError.ToString("0.0e0", CultureInfo.InvariantCulture).Replace('-', '−');
}
