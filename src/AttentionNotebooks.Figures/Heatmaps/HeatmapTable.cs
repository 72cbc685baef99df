using System.Globalization;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The weights behind a heatmap as text, folded away: every weight of a small figure, the strongest of a large one.</summary>
internal static class HeatmapTable
{
    /// <summary>More weights than this, and only the strongest are told.</summary>
    internal const int GreatestFull = 800;

    internal const int Strongest = 50;

    /// <param name="data">The weights.</param>
    /// <param name="of">Which of several maps of a figure, with a blank before it.</param>
    /// <param name="hasSums">Whether the table ends with the sums of its columns.</param>
    internal static XElement Draw(HeatmapData data, string of = "", bool hasSums = false)
    {
        bool isFull = data.CellCount <= GreatestFull;
        return Html.Element(
            "details",
            Html.Summary(isFull ? $"{Capital(data.Noun)}{of} as a table" : Abridged(data, of)),
            Scrolling.Box($"Table of the {data.Noun}{of}", isFull ? [.. data.Panels.Select(panel => Full(data, panel, hasSums))] : [StrongestOf(data)]));
    }

    private static string Abridged(HeatmapData data, string of) =>
        string.Create(CultureInfo.InvariantCulture, $"The {Strongest} strongest of {data.CellCount:N0} {data.Noun}{of} as a table");

    private static XElement Full(HeatmapData data, HeatmapPanelData panel, bool hasSums) =>
        Html.Element(
            "table",
            Html.Element("caption", $"{panel.Caption}: a row a key, a column a query"),
            Html.Element(
                "thead",
                Html.Element("tr", Head("col", "key \\ query"), Cells(data.Queries, query => Head("col", data.Queries.Short(query))))),
            Html.Element(
                "tbody",
                Cells(data.Keys, key => Html.Element(
                    "tr",
                    Head("row", data.Keys.Short(key)),
                    Cells(data.Queries, query => Html.Element("td", WeightNumber.Exact(panel.Cells[key, query])))))),
            hasSums ? Html.Element("tfoot", Html.Element("tr", Head("row", "Σ keys"), panel.Sums.Select(sum => Html.Element("td", WeightNumber.Exact(sum))))) : null);

    private static XElement StrongestOf(HeatmapData data) =>
        Html.Element(
            "table",
            Html.Element("thead", Html.Element("tr", Head("col", "head"), Head("col", "key"), Head("col", "query"), Head("col", data.Noun[..^1]))),
            Html.Element(
                "tbody",
                StrongestCells(data).Select(cell => Html.Element(
                    "tr",
                    Html.Element("td", cell.Panel.Caption),
                    Html.Element("td", Html.Element("bdi", data.Keys.Told(cell.Key))),
                    Html.Element("td", Html.Element("bdi", data.Queries.Told(cell.Query))),
                    Html.Element("td", WeightNumber.Exact(cell.Weight))))));

    /// <summary>A queue holds the strongest so far, its weakest first: millions of weights need not be sorted.</summary>
    private static IEnumerable<(HeatmapPanelData Panel, int Key, int Query, double Weight)> StrongestCells(HeatmapData data)
    {
        PriorityQueue<(HeatmapPanelData Panel, int Key, int Query, double Weight), (double Magnitude, int Earlier)> strongest = new();
        int place = 0;
        foreach (HeatmapPanelData panel in data.Panels)
        {
            for (int key = 0; key < data.Keys.Length; key++)
            {
                for (int query = 0; query < data.Queries.Length; query++)
                {
                    double weight = panel.Cells[key, query];
                    (double, int) priority = (Math.Abs(weight), -place++);
                    if (strongest.Count < Strongest) strongest.Enqueue((panel, key, query, weight), priority);
                    else strongest.EnqueueDequeue((panel, key, query, weight), priority);
                }
            }
        }

        return strongest.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element);
    }

    private static string Capital(string noun) => char.ToUpperInvariant(noun[0]) + noun[1..];

    private static IEnumerable<XElement> Cells(HeatmapAxis axis, Func<int, XElement> draw) => Enumerable.Range(0, axis.Length).Select(draw);

    private static XElement Head(string scope, string text) => Html.Element("th", Html.Attribute("scope", scope), Html.Element("bdi", text));
}
