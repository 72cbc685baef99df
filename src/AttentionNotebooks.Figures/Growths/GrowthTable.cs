using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The numbers of a growth as text, a row a size: the time and the memory of each way of calling. What is computed begins with <c>≈</c>.</summary>
internal sealed class GrowthTable
{
    private const string Cell = "padding:.15em .6em;text-align:right;white-space:nowrap";
    private const string Missing = "–";

    private readonly AttentionGrowth growth;
    private readonly GrowthSeries[] series;

    internal GrowthTable(AttentionGrowth growth)
    {
        this.growth = growth;
        series = GrowthSeries.Of(growth);
    }

    /// <summary>What the sign of computed numbers means; null where there are none.</summary>
    internal string? Sign => growth.Points.Any(point => point.Basis != GrowthBasis.Measured) ? "≈: computed, not measured." : null;

    /// <summary>Headings and rows.</summary>
    internal string[][] Cells() => [Headings(), .. growth.Points.GroupBy(point => growth.Size(point.Cost)).Select(Row)];

    internal XElement Draw()
    {
        string[][] cells = Cells();
        return Html.Element(
            "table",
            Html.Attribute("style", "border-collapse:collapse;margin:0;font-variant-numeric:tabular-nums"),
            Html.Element("thead", Html.Element("tr", cells[0].Select(text => Head("col", text)))),
            Html.Element("tbody", cells.Skip(1).Select(row => Html.Element(
                "tr",
                Html.Attribute("style", "background:none"),
                Head("row", row[0]),
                row.Skip(1).Select(text => Html.Element("td", Html.Attribute("align", "right"), Html.Attribute("style", Cell), text))))));
    }

    private string[] Headings() => [GrowthWords.Noun(growth), .. series.Select(one => $"time, {one.Name}"), .. series.Select(one => $"memory, {one.Name}")];

    private string[] Row(IGrouping<int, GrowthPoint> size)
    {
        GrowthPoint?[] points = [.. series.Select(one => Array.Find(one.Points, size.Contains))];
        return [Count.Of(size.Key), .. points.Select(point => Number(point, Quantity.Time, point?.Seconds)), .. points.Select(point => Number(point, Quantity.Memory, point?.Bytes))];
    }

    private static string Number(GrowthPoint? point, Quantity quantity, double? value) =>
        value is { } number ? (point!.Basis == GrowthBasis.Measured ? "" : "≈ ") + quantity.Format(number) : Missing;

    private static XElement Head(string scope, string text) =>
        Html.Element("th", Html.Attribute("scope", scope), Html.Attribute("align", "right"), Html.Attribute("style", Cell), text);
}
