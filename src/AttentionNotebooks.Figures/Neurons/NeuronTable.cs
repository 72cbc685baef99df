using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The products of one pair, a row a feature, and below them what becomes of their sum.</summary>
internal sealed class NeuronTable
{
    /// <summary>More features than this, and only those with the greatest products have a row.</summary>
    internal const int GreatestLength = 64;

    private readonly NeuronPair pair;
    private readonly int[] features;
    private readonly NumberFormat lefts;
    private readonly NumberFormat rights;
    private readonly NumberFormat products;

    internal NeuronTable(NeuronPair pair, int greatestLength = GreatestLength)
    {
        this.pair = pair;
        features = [.. Enumerable.Range(0, Terms.Products.Length).OrderByDescending(feature => Math.Abs(Terms.Products[feature])).Take(greatestLength).Order()];
        lefts = NumberFormat.For(Terms.Left);
        rights = NumberFormat.For(Terms.Right);
        products = NumberFormat.For(Terms.Products);
    }

    private ScoreTerms Terms => pair.Terms;

    private string[] Headings => ["feature", Terms.LeftName, Terms.RightName, $"{Terms.LeftName}·{Terms.RightName}"];

    /// <summary>What the features without a row add up to; null where each has one.</summary>
    private (string Name, double Value)? Rest =>
        features.Length == Terms.Products.Length
            ? null
            : ($"{Count.Of(Terms.Products.Length - features.Length)} weaker features", Terms.Sum - features.Sum(feature => Terms.Products[feature]));

    private IEnumerable<(string Name, double Value)> Totals => Rest is { } rest ? pair.Totals.Prepend(rest) : pair.Totals;

    internal XElement Draw() =>
        Scrolling.Box(
            $"Products of {pair.Description}",
            Html.Element(
                "table",
                Html.Attribute("style", "border-collapse:collapse;margin:0;white-space:nowrap;font-variant-numeric:tabular-nums"),
                Html.Element("caption", $"The products of {pair.Description}"),
                Html.Element("thead", Html.Element("tr", Headings.Select(heading => Cell("th", heading, Html.Attribute("scope", "col"))))),
                Html.Element("tbody", features.Select(Row)),
                Html.Element("tfoot", Totals.Select(Total))));

    internal void Write(StringBuilder text)
    {
        string[][] rows = [Headings, .. features.Select(Cells), .. Totals.Select(total => new[] { total.Name, "", "", Number(total.Value) })];
        TextColumns.Append(text, rows);
    }

    private string[] Cells(int feature) =>
    [
        feature.ToString(CultureInfo.InvariantCulture),
        lefts.Format(Terms.Left[feature]),
        rights.Format(Terms.Right[feature]),
        products.Format(Terms.Products[feature]),
    ];

    private XElement Row(int feature)
    {
        string[] cells = Cells(feature);
        return Html.Element(
            "tr",
            Cell("th", cells[0], Html.Attribute("scope", "row")),
            Cell("td", SignedBar.Of(Terms.Left[feature], Largest(Terms.Left)), " ", cells[1]),
            Cell("td", SignedBar.Of(Terms.Right[feature], Largest(Terms.Right)), " ", cells[2]),
            Cell("td", SignedBar.Of(Terms.Products[feature], Largest(Terms.Products)), " ", cells[3]));
    }

    private static XElement Total((string Name, double Value) total) =>
        Html.Element(
            "tr",
            Cell("th", total.Name, Html.Attribute("scope", "row"), Html.Attribute("colspan", 3)),
            Cell("td", Number(total.Value)));

    private static string Number(double value) => NumberFormat.For([value]).Format(value);

    private static double Largest(double[] values) => values.Max(Math.Abs);

    private static XElement Cell(string name, params object?[] content) =>
        Html.Element(name, Html.Attribute("align", "right"), Html.Attribute("style", "padding:0 .6em;text-align:right"), content);
}
