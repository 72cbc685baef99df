using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Symbols in running text: what follows a caret is raised, as in <c>W^q</c>.</summary>
internal static partial class SymbolMarkup
{
    private const double Rise = 4;

    /// <summary>For HTML.</summary>
    /// <param name="text">Text with symbols in it.</param>
    /// <param name="level">Draws what stands on the line.</param>
    internal static IEnumerable<object> InHtml(string text, Func<string, object> level) =>
        Runs(text).Select(run => run.IsRaised ? Html.Element("sup", run.Text) : level(run.Text));

    /// <summary>For an SVG text; what follows an exponent is on the line again.</summary>
    internal static IEnumerable<object> InSvg(string text)
    {
        double level = 0;
        foreach ((string part, bool isRaised) in Runs(text))
        {
            double wanted = isRaised ? -Rise : 0;
            yield return wanted == level ? part : Shifted(part, wanted - level, isRaised);
            level = wanted;
        }
    }

    private static XElement Shifted(string text, double by, bool isSmall) =>
        Html.Svg(
            "tspan",
            Html.Attribute("dy", by),
            isSmall ? Html.Attribute("font-size", RowChart.SmallFontSize) : null,
            text);

    private static IEnumerable<(string Text, bool IsRaised)> Runs(string text)
    {
        int start = 0;
        foreach (Match match in Exponent().Matches(text))
        {
            yield return (text[start..match.Index], false);
            yield return (match.Groups[1].Value, true);
            start = match.Index + match.Length;
        }

        if (start < text.Length || start == 0) yield return (text[start..], false);
    }

    [GeneratedRegex(@"(?<=[^\s^])\^([\p{L}\p{N}]+)")]
    private static partial Regex Exponent();
}
