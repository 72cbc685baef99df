using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The words that are probable at a token, with bars before and after an edit.</summary>
/// <param name="target">What is said there.</param>
/// <param name="words">The vocabulary.</param>
internal sealed class EditTable(EditedTarget target, IReadOnlyList<string> words)
{
    private const string Cell = "padding:.15em .7em;text-align:left;white-space:nowrap";

    internal XElement Draw() =>
        Html.Element(
            "table",
            Html.Attribute("cellpadding", 4),
            Html.Attribute("style", "border-collapse:collapse;width:auto;margin:0 0 1em;font-variant-numeric:tabular-nums"),
            Html.Element("caption", Html.Attribute("style", "caption-side:top;text-align:left;color:inherit"), EditWords.Heading(target, words)),
            Html.Element("thead", Row(Cells()[0].Select(heading => Html.Element("th", Html.Attribute("scope", "col"), Html.Attribute("style", Cell), heading)))),
            Html.Element("tbody", target.Words.Select(Row)));

    /// <summary>The same as text: headings and rows.</summary>
    internal string[][] Cells() =>
        [["word", "before", "after", "change in points"], .. target.Words.Select(word => (string[])[Name(word), Percent.Of(word.Before), Percent.Of(word.After), Change(word)])];

    private XElement Row(EditedWord word) => Row(
        Html.Element("th", Html.Attribute("scope", "row"), Html.Attribute("style", Cell + ";font-weight:normal"), Name(word)),
        Probability(word.Before, word.Number == target.Before.Prediction),
        Probability(word.After, word.Number == target.After.Prediction),
        Html.Element("td", Html.Attribute("style", Cell), BesideText.Middle(SignedBar.Of(word.After - word.Before, max: 1)), " ", Change(word)));

    private static XElement Row(params object?[] cells) => Html.Element("tr", Html.Attribute("align", "left"), Html.Attribute("style", "background:none"), cells);

    private static XElement Probability(double probability, bool isSaid) =>
        Html.Element("td", Html.Attribute("style", Cell), BesideText.Middle(ShareBar.Of(probability)), " ", Html.Element(isSaid ? "strong" : "span", Percent.Of(probability)));

    private string Name(EditedWord word) => EditWords.Word(words[word.Number]) + (word.Number == target.Before.Target ? " (to be said)" : "");

    private static string Change(EditedWord word) => Points.Of(100 * (word.After - word.Before));
}
