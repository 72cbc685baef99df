using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>What the heads of a trained model do: a row a head, a column a relation, with the share on the deciding word and the accuracy without the head.</summary>
/// <remarks>All bars of a kind are on one scale. Heads that do nothing say so. A selected relation dims the others.</remarks>
public sealed class RelationFigure : Figure
{
    /// <summary>More heads than this are not shown, and the figure says so.</summary>
    internal const int GreatestHeads = 200;

    private readonly RelationReport report;
    private readonly RelationTable table;

    internal RelationFigure(RelationReport report)
    {
        this.report = report;
        table = new RelationTable(report, [.. report.Heads.Take(GreatestHeads)]);
    }

    internal override string Title => RelationWords.Title(report);

    internal override bool UsesScript => true;

    /// <summary>Shares, changes of accuracy and what each head does, as text.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = new(Title);
        foreach (MeasuredRelation relation in report.Relations)
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"{RelationWords.Name(relation.Name)}: {string.Join(", ", RelationWords.Facts(relation))}");
        TextColumns.Append(text.AppendLine(), table.Cells());
        text.AppendLine().Append("Per relation: the share of the head's weight on the deciding word, and by how many points accuracy changes without the head.");
        foreach (string notice in Notices()) text.AppendLine().Append(notice);
        return text.ToString();
    }

    internal override XElement Draw() =>
        Html.Element(
            "div",
            FigureScript.Root("relations"),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Scrolling.Box(Title, table.Draw(Title)),
            Legend(),
            Notices().Select(notice => Html.Element("p", Html.Element("small", notice))));

    private XElement Legend() =>
        Html.Element(
            "p",
            PaperStyle.LegendBelow,
            Html.Element(
                "small",
                "Blue bar: the share of the head's weight, from the place of the answer, on the word that decides it, 0 to 100 %; line: chance; diamond: untrained. ",
                $"Bar beside a line: by how many points accuracy changes with the head silenced; full length: {table.FullBar.ToString("0.#", CultureInfo.InvariantCulture)} points, orange where it falls. ",
                Html.Element("strong", "Bold"),
                ": the head that looks most, and the one that costs most."));

    private IEnumerable<string> Notices()
    {
        yield return RelationWords.Idle(report);
        if (report.Heads.Count > GreatestHeads) yield return $"The first {GreatestHeads} of {Count.Of(report.Heads.Count)} heads are shown; SaveCsv writes them all.";
    }
}
