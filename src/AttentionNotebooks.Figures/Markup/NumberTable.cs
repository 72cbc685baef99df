using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A table of numbers: a row of headings, and rows that begin with what they are about.</summary>
internal static class NumberTable
{
    private const string Cell = "padding:.15em .6em;text-align:right;white-space:nowrap";

    /// <param name="cells">The headings, then the rows.</param>
    internal static XElement Draw(IReadOnlyList<string[]> cells) =>
        Html.Element(
            "table",
            Html.Attribute("style", "border-collapse:collapse;margin:0;font-variant-numeric:tabular-nums"),
            Html.Element("thead", Html.Element("tr", cells[0].Select(text => Head("col", text)))),
            Html.Element("tbody", cells.Skip(1).Select(row => Html.Element(
                "tr",
                Html.Attribute("style", "background:none"),
                Head("row", row[0]),
                row.Skip(1).Select(text => Html.Element("td", Html.Attribute("align", "right"), Html.Attribute("style", Cell), text))))));

    private static XElement Head(string scope, string text) =>
        Html.Element("th", Html.Attribute("scope", scope), Html.Attribute("align", "right"), Html.Attribute("style", Cell), text);
}
