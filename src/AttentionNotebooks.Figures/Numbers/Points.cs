using System.Globalization;

namespace AttentionNotebooks;

/// <summary>Changes of a share in points with their sign: <c>−34.0</c>.</summary>
internal static class Points
{
    internal static string Of(double change)
    {
        string magnitude = Math.Abs(change).ToString("0.0", CultureInfo.InvariantCulture);
        return magnitude == "0.0" ? magnitude : (change < 0 ? "−" : "+") + magnitude;
    }
}
