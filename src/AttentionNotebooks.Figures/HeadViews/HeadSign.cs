using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>How the lines of a head look: by its number, so that a head keeps its look when others are left out.</summary>
/// <remarks>
/// Each colour has a contrast of at least 3 on white and on VS Code's dark background. Neighbours differ by colour and by dashes;
/// the numbers in the legend, on the switches and beside the tokens tell the heads without either.
/// </remarks>
internal static class HeadSign
{
    private static readonly string[] Colours = ["#1f77d0", "#c2571a", "#2e8b57", "#9b5bd6", "#d23f6c", "#0d8a99", "#857a1a", "#c04bb0", "#6b7785"];

    private static readonly string?[] Dashes = [null, "7 3", "2 2", "9 2 2 2"];

    /// <summary>The colour alone.</summary>
    internal static string Colour(int number) => Colours[number % Colours.Length];

    /// <summary>The attributes of a line, or of a group of lines.</summary>
    internal static XAttribute?[] Of(int number) =>
        [Html.Attribute("stroke", Colour(number)), Html.Attribute("stroke-dasharray", Dashes[number % Dashes.Length])];

    /// <summary>A short line as a sample, without text.</summary>
    internal static XElement Sample(int number, double x, double y, double width) =>
        Html.Svg("path", Html.Attribute("d", FormattableString.Invariant($"M{x} {y}h{width}")), Html.Attribute("fill", "none"), Html.Attribute("stroke-width", 2.5), Of(number));
}
