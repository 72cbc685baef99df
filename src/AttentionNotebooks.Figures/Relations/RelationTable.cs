using System.Globalization;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A row a head, a column a relation: in each cell the share on the deciding word above what becomes of the accuracy without the head.</summary>
/// <param name="report">What was measured.</param>
/// <param name="shown">The heads that have a row.</param>
internal sealed class RelationTable(RelationReport report, IReadOnlyList<HeadReport> shown)
{
    private const string Cell = "padding:.25em .7em;text-align:left;vertical-align:top;white-space:nowrap;border-top:1px solid #88888855";
    private const string Words = "white-space:normal;min-width:11em";

    /// <summary>Smaller changes than so many points have no long bar, whatever the others are.</summary>
    private const double LeastFullBar = 10;

    private readonly string[] best = [.. report.Relations.Select(relation => Place(report.BestHead(relation.Name)))];
    private readonly string[] costliest = [.. report.Relations.Select(relation => Place(report.CostliestHead(relation.Name)))];

    /// <summary>The points of a bar of full length.</summary>
    internal double FullBar { get; } = Math.Max(LeastFullBar, report.Heads.SelectMany(head => head.Relations).Max(one => Math.Abs(one.AccuracyLoss)));

    internal XElement Draw(string caption) =>
        Html.Element(
            "table",
            Html.Attribute("cellpadding", 4),
            Html.Attribute("style", "border-collapse:collapse;width:auto;margin:0;font-variant-numeric:tabular-nums"),
            Html.Element("caption", Html.Attribute("style", "caption-side:top;text-align:left;color:inherit;white-space:nowrap"), Html.Element("strong", caption)),
            Html.Element(
                "thead",
                Row(Head("col", null, "layer"), Head("col", null, "head"), report.Relations.Select(Relation), Head("col", null, "what the head does"))),
            Html.Element("tbody", shown.Select(Row)));

    /// <summary>The same for a terminal: headings and rows.</summary>
    internal string[][] Cells() =>
    [
        ["layer", "head", .. report.Relations.SelectMany(relation => new[] { RelationWords.Name(relation.Name), "without" }), "what the head does"],
        .. shown.Select(head => (string[])
        [
            Number(head.Layer),
            Number(head.Head),
            .. head.Relations.SelectMany(one => new[] { Percent.Of(one.Share), RelationWords.Change(one) }),
            string.Join("; ", RelationWords.Role(head)),
        ]),
    ];

    private XElement Relation(MeasuredRelation relation, int place) =>
        Head(
            "col",
            Html.Attribute("data-select", Choice(place)),
            RelationWords.Name(relation.Name),
            RelationWords.Facts(relation).Select(Small));

    private XElement Row(HeadReport head) => Row(
        Head("row", null, Number(head.Layer)),
        Head("row", null, Number(head.Head)),
        head.Relations.Select(Measured),
        Html.Element("td", Html.Attribute("style", $"{Cell};{Words}"), Lines(RelationWords.Role(head), head.IsIdle ? "em" : "span")));

    private XElement Measured(HeadOnRelation one, int place)
    {
        MeasuredRelation relation = report.Relations[place];
        return Html.Element(
            "td",
            Html.Attribute("data-for", Choice(place)),
            Html.Attribute("title", RelationWords.Tell(one, relation)),
            Html.Attribute("style", Cell),
            BesideText.Middle(ShareBar.Of(one.Share, ShareBar.Line(relation.ChanceShare), ShareBar.Diamond(one.UntrainedShare))),
            " ",
            Html.Element(best[place] == Place(one) ? "strong" : "span", Percent.Of(one.Share)),
            Html.Element("br"),
            BesideText.Middle(SignedBar.Of(-one.AccuracyLoss, FullBar)),
            " ",
            Html.Element(costliest[place] == Place(one) && one.AccuracyLoss >= HeadReport.IdleAccuracyLoss ? "strong" : "span", RelationWords.Change(one)));
    }

    /// <summary>Hosts stripe rows, and align them to the right.</summary>
    private static XElement Row(params object?[] cells) => Html.Element("tr", Html.Attribute("align", "left"), Html.Attribute("style", "background:none"), cells);

    private static XElement Head(string scope, XAttribute? choice, params object?[] content) =>
        Html.Element("th", Html.Attribute("scope", scope), choice, Html.Attribute("style", Cell), content);

    private static object[] Small(string text) => [Html.Element("br"), Html.Element("small", Html.Attribute("style", "font-weight:normal"), text)];

    private static IEnumerable<object> Lines(IEnumerable<string> lines, string element) =>
        lines.SelectMany((line, index) => index == 0 ? new object[] { Html.Element(element, line) } : [Html.Element("br"), Html.Element(element, line)]);

    private static string Choice(int place) => $"relation{Number(place)}";

    private static string Place(HeadOnRelation one) => $"{Number(one.Layer)}.{Number(one.Head)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
