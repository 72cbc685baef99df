using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>What each head of a map does, as a table with a small bar for each number.</summary>
public sealed class StatisticsFigure : Figure
{
    /// <summary>More heads than this are not shown, and the figure says so.</summary>
    internal const int GreatestHeads = 200;

    private const double BarWidth = 56;
    private const double BarHeight = 8;
    private const string Cell = "padding:.15em .5em;text-align:right;white-space:nowrap";
    private const string Missing = "–";

    private readonly HeadStatistics statistics;
    private readonly StatisticsColumn[] columns;
    private readonly HeadProfile[] shown;

    internal StatisticsFigure(HeadStatistics statistics)
    {
        this.statistics = statistics;
        columns = StatisticsColumn.Of(statistics);
        shown = [.. statistics.Heads.Take(GreatestHeads)];
    }

    internal override string Title => $"Statistics of {Count.Of(statistics.Heads.Count, "head", "heads")}";

    /// <inheritdoc/>
    public override string ToString()
    {
        string[][] rows = [.. shown.Select(head => new[] { Layer(head), Name(head) }.Concat(columns.Select(column => Number(column.Read(head)))).ToArray())];
        string[] headings = ["layer", "head", .. columns.Select(column => column.Heading)];
        int[] widths = [.. headings.Select((heading, column) => rows.Select(row => row[column].Length).Append(heading.Length).Max())];
        StringBuilder text = new(Title);
        foreach (string[] row in rows.Prepend(headings)) text.AppendLine().AppendJoin("  ", row.Select((cell, column) => cell.PadLeft(widths[column])));
        foreach (string notice in Notices()) text.AppendLine().Append(notice);
        return text.ToString();
    }

    internal override XElement Draw() =>
        Html.Element(
            "div",
            Html.Attribute("data-attention-figure", "statistics"),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Scrolling.Box(
                Title,
                Html.Element(
                    "table",
                    Html.Attribute("style", "border-collapse:collapse;margin:0;font-variant-numeric:tabular-nums"),
                    Html.Element("caption", Html.Attribute("style", "caption-side:top;text-align:left;color:inherit"), Title),
                    Html.Element("thead", Html.Element("tr", Head("col", "layer"), Head("col", "head"), columns.Select(column => Head("col", column.Heading, column.Meaning)))),
                    Html.Element("tbody", shown.Select(Row)))),
            Notices().Select(notice => Html.Element("p", Html.Element("small", notice))),
            Html.Element(
                "details",
                Html.Summary("What the numbers mean"),
                Html.Element("ul", columns.Select(column => Html.Element("li", Html.Element("b", column.Heading), $": {column.Meaning}; a full bar is {WeightNumber.Exact(column.FullBar)}.")))));

    private XElement Row(HeadProfile head) =>
        Html.Element(
            "tr",
            Html.Attribute("style", "background:none"),
            Head("row", Layer(head)),
            Head("row", Name(head)),
            columns.Select(column => Html.Element("td", Html.Attribute("style", Cell), Measure(column, column.Read(head)))));

    private static object[] Measure(StatisticsColumn column, double? value) =>
        value is { } number ? [Number(number), " ", Bar(column.Bar(number))] : [Missing];

    /// <summary>The outline is a full bar.</summary>
    private static XElement Bar(double length) =>
        Html.Svg(
            "svg",
            Html.Attribute("aria-hidden", "true"),
            Html.Attribute("width", BarWidth),
            Html.Attribute("height", BarHeight),
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {BarWidth} {BarHeight}")),
            Html.Svg("rect", Html.Attribute("width", BarWidth), Html.Attribute("height", BarHeight), Html.Attribute("fill", "currentColor"), Html.Attribute("fill-opacity", 0.1)),
            Html.Svg("rect", Html.Attribute("width", SvgNumber.Round(length * BarWidth)), Html.Attribute("height", BarHeight), Html.Attribute("fill", HeatmapScale.Hue)));

    private IEnumerable<string> Notices()
    {
        foreach (string note in statistics.Notes) yield return note;
        if (statistics.Heads.Count > shown.Length)
            yield return $"The first {shown.Length} of {Count.Of(statistics.Heads.Count)} heads are shown; map.Layer(k).Statistics() shows one layer, and .Heads holds all.";
        if (statistics.Heads.All(head => head.Distance is null)) yield return $"{Missing}: in cross-attention no key is a query's own, before it or after it.";
        if (statistics.Heads.All(head => head.Punctuation is null)) yield return $"{Missing}: without labels nobody knows which keys are punctuation.";
    }

    private static XElement Head(string scope, string text, string? meaning = null) =>
        Html.Element("th", Html.Attribute("scope", scope), Html.Attribute("style", Cell), Html.Attribute("title", meaning), text);

    private static string Layer(HeadProfile head) => head.Layer.ToString(CultureInfo.InvariantCulture);

    private string Name(HeadProfile head) => statistics.CombinedAs ?? head.Head.ToString(CultureInfo.InvariantCulture);

    /// <summary>Three decimals, so that a column can be compared at a glance.</summary>
    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? Missing;
}
