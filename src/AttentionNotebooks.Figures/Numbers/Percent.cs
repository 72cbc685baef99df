using System.Globalization;

namespace AttentionNotebooks;

/// <summary>Shares as people say them: <c>97.5 %</c>.</summary>
internal static class Percent
{
    internal static string Of(double share) => Math.Round(100 * share, 1).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
