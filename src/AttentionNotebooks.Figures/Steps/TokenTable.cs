using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The vector view as a table: a row a key with its score, its weight and what it adds to the output; the sum below.</summary>
internal sealed class TokenTable : Figure
{
    /// <summary>More keys than this, and only those with the greatest weights have a row.</summary>
    internal const int GreatestLength = 50;

    /// <summary>More entries than this, and a vector ends in an ellipsis.</summary>
    internal const int ShownEntries = 4;

    private const double BarWidth = 60;
    private static readonly string[] Heads = ["key", "k", "α", "α′", "v", "α′·v"];

    private readonly IReadOnlyList<TokenRow> rows;
    private readonly TokenRow sum;
    private readonly int keys;

    private TokenTable(string title, IReadOnlyList<TokenRow> rows, TokenRow sum, int keys)
    {
        Title = title;
        this.rows = rows;
        this.sum = sum;
        this.keys = keys;
    }

    internal override string Title { get; }

    private string? Notice => rows.Count < keys ? $"Only the {rows.Count} keys with the greatest weights of {keys} are shown; the sum is over all." : null;

    public override string ToString()
    {
        string[][] cells = [Heads, .. rows.Append(sum).Select(row => row.Cells)];
        StringBuilder text = TextColumns.Append(new StringBuilder(Title), cells);
        return Notice is null ? text.ToString() : text.AppendLine().Append(Notice).ToString();
    }

    internal static TokenTable Of<T>(TokenTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        TokenRows<T> source = new(trace);
        int[] shown = [.. Enumerable.Range(0, trace.Scores.Values.Count).OrderByDescending(key => trace.Weights[key]).Take(GreatestLength).Order()];
        return new TokenTable(
            $"What {TokenText.Isolate(TokenText.Shorten(trace.Token))} takes from each key",
            [.. shown.Select(source.Key)],
            source.Sum(),
            trace.Scores.Values.Count);
    }

    internal override XElement Draw() =>
        Scrolling.Box(
            Title,
            Html.Element(
                "table",
                Html.Attribute("style", "border-collapse:collapse;margin:0;font-variant-numeric:tabular-nums"),
                Html.Element("caption", Html.Attribute("style", "text-align:left"), Title),
                Html.Element("thead", Html.Element("tr", Heads.Select(head => Cell("th", head, Html.Attribute("scope", "col"))))),
                Html.Element("tbody", rows.Select(Row)),
                Html.Element("tfoot", Row(sum))),
            Notice is null ? null : Html.Element("p", Html.Element("small", Notice)));

    private static XElement Row(TokenRow row) =>
        Html.Element(
            "tr",
            Cell("th", Html.Element("bdi", row.Cells[0]), Html.Attribute("scope", "row")),
            Cell("td", row.Cells[1]),
            Cell("td", row.Cells[2]),
            Cell("td", row.Cells[3], row.Strength is { } strength ? Bar(strength) : null),
            Cell("td", row.Cells[4]),
            Cell("td", row.Cells[5]));

    private static XElement Cell(string name, params object?[] content) =>
        Html.Element(
            name, Html.Attribute("align", "right"), Html.Attribute("style", "padding:.15em .6em;white-space:nowrap;text-align:right"), content);

    /// <summary>The weight as a length, on the scale from 0 to the greatest one.</summary>
    private static XElement Bar(double strength) =>
        Html.Svg(
            "svg",
            Html.Attribute("width", BarWidth + 6),
            Html.Attribute("height", 9),
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {BarWidth + 6} 9")),
            Html.Attribute("aria-hidden", "true"),
            Html.Svg(
                "rect",
                Html.Attribute("x", 6),
                Html.Attribute("width", SvgNumber.Round(BarWidth * strength)),
                Html.Attribute("height", 9),
            Html.Attribute("viewBox", FormattableString.Invariant($"0 0 {BarWidth + 6} 9")),
                Html.Attribute("fill", HeatmapScale.Hue)));
}
