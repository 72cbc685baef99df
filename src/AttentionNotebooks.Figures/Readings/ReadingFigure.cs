using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>What a model makes of a sentence with a blank: the most probable words with their probabilities, and below what each head looked at.</summary>
/// <remarks>All bars reach from 0 to 100 %; bold is what is said.</remarks>
public sealed class ReadingFigure : Figure
{
    /// <summary>So many words are shown.</summary>
    private const int GreatestWords = 5;

    private const string Cell = "padding:.15em .7em;text-align:left;white-space:nowrap";

    private readonly WordPrediction[] predictions;
    private readonly HeatmapFigure heads;

    internal ReadingFigure(Reading reading)
    {
        Title = string.Join(' ', reading.Words.Select(EditWords.Word));
        predictions = [.. reading.Predictions.Take(GreatestWords)];
        heads = new HeatmapFigure(reading.Map);
    }

    internal override string Title { get; }

    /// <summary>The most probable words and the weights of the heads, as text.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = new(Title);
        TextColumns.Append(text.AppendLine(), [["word", "probability"], .. predictions.Select(prediction => (string[])[EditWords.Word(prediction.Word), Percent.Of(prediction.Probability)])]);
        return text.AppendLine().AppendLine().Append(heads).ToString();
    }

    internal override XElement Draw() =>
        Html.Element(
            "div",
            Html.Attribute("data-attention-figure", "reading"),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("p", Html.Element("strong", Title)),
            Scrolling.Box($"Words. {Title}", Table()),
            heads.Draw());

    private XElement Table() =>
        Html.Element(
            "table",
            Html.Attribute("cellpadding", 4),
            Html.Attribute("style", "border-collapse:collapse;width:auto;margin:0 0 1em;font-variant-numeric:tabular-nums"),
            Html.Element("thead", Row(Html.Element("th", Html.Attribute("scope", "col"), Html.Attribute("style", Cell), "word"), Html.Element("th", Html.Attribute("scope", "col"), Html.Attribute("style", Cell), "probability"))),
            Html.Element("tbody", predictions.Select((prediction, place) => Row(Word(prediction, place == 0), Probability(prediction.Probability)))));

    private static XElement Word(WordPrediction prediction, bool isSaid) =>
        Html.Element("th", Html.Attribute("scope", "row"), Html.Attribute("style", Cell + ";font-weight:normal"), Html.Element(isSaid ? "strong" : "span", EditWords.Word(prediction.Word)));

    private static XElement Probability(double probability) =>
        Html.Element("td", Html.Attribute("style", Cell), BesideText.Middle(ShareBar.Of(probability)), " ", Percent.Of(probability));

    private static XElement Row(params object?[] cells) => Html.Element("tr", Html.Attribute("align", "left"), Html.Attribute("style", "background:none"), cells);
}
