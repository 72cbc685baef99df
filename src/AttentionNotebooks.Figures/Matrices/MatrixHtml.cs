using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>A matrix as an HTML table: correct without any style, aligned and shaded with the styles on its own elements.</summary>
internal sealed class MatrixHtml
{
    private const int LabelWidth = 20;

    private const string Padding = "padding:2px 7px;";

    /// <summary>The same where the host strips styles: a bit less at the sides, a bit more above and below.</summary>
    private const int UnstyledPadding = 4;

    private const char NoBreakSpace = '\u00A0';

    /// <summary>Quieter than the numbers, yet with enough contrast to be read.</summary>
    private const string Quiet = "opacity:.75;font-weight:normal;";

    private readonly MatrixView view;
    private readonly MatrixSummary summary;
    private readonly Window rows;
    private readonly Window columns;

    internal MatrixHtml(MatrixView view, int maxRows, int maxColumns)
    {
        this.view = view;
        summary = MatrixSummary.Of(view.Stored());
        rows = Window.Of(view.Shape.Rows, maxRows);
        columns = Window.Of(view.Shape.Columns, maxColumns);
    }

    internal XElement Draw() =>
        Html.Element(
            "div",
            Html.Attribute("style", "margin:.5em 0;-webkit-print-color-adjust:exact;print-color-adjust:exact"),
            ScrollBox(),
            summary.Scale.Max > 0 ? ScaleLegend.Of(summary.Scale, summary.HasNegative, view.IsComplex ? "Shade of the magnitude" : "Shade") : null);

    /// <summary>A wide table scrolls by itself, and a keyboard can scroll it, so that it does not widen the page.</summary>
    private XElement ScrollBox() =>
        Scrolling.Box(
            MatrixHeading.Line(view),
            Html.Element(
                "table",
                Html.Attribute("cellpadding", UnstyledPadding),
                Html.Attribute(
                    "style",
                    "border-collapse:collapse;width:auto;margin:0;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums"),
                Caption(),
                view.IsVector ? null : Html.Element("thead", Row(Html.Element("td"), columns.Places.Select(ColumnHeader))),
                Html.Element("tbody", Body())));

    /// <summary>Its lines do not break, however narrow the table is.</summary>
    private XElement Caption()
    {
        string storage = MatrixHeading.Storage(view, summary);
        string? notice = MatrixHeading.Notice(view, rows, columns);
        XElement caption = Html.Element(
            "caption",
            Html.Attribute("style", "caption-side:top;width:0;text-align:left;padding:.15em 0;color:inherit"),
            Name("b", view.Names.Name),
            Symbol(view.Names.Symbol),
            MatrixHeading.Size(view),
            storage.Length > 0 ? ", " + storage : null,
            notice is null ? null : new object[] { Html.Element("br"), Html.Element("em", notice) });
        foreach (XText text in caption.DescendantNodes().OfType<XText>()) text.Value = text.Value.Replace(' ', NoBreakSpace);
        return caption;
    }

    private static object[]? Name(string element, string name) =>
        name.Length > 0 ? [Html.Element(element, ShortLabel.Of(name, MatrixHeading.NameWidth).ToElement()), " "] : null;

    private static object[]? Symbol(string symbol) =>
        symbol.Length > 0 ? [Html.Element("i", SymbolMarkup.InHtml(symbol, part => ShortLabel.Of(part, MatrixHeading.NameWidth).ToElement())), " "] : null;

    private IEnumerable<XElement> Body()
    {
        MatrixCells texts = new(view, summary.Format, rows, AlignedNumbers.PageBlank);
        string[][] cells = [.. columns.Places.Select(texts.Column)];
        return rows.Places.Select((row, place) => Row(
            RowHeader(row),
            columns.Places.Select((column, columnPlace) => Cell(row, column, cells[columnPlace][place]))));
    }

    /// <summary>Hosts stripe rows; a stripe behind the shades would change what they say.</summary>
    private static XElement Row(XElement header, IEnumerable<XElement> cells) =>
        Html.Element("tr", Html.Attribute("align", "right"), Html.Attribute("style", "background:none"), header, cells);

    private XElement Cell(int? row, int? column, string text)
    {
        string? shade = row is { } r && column is { } c ? summary.Scale.Shade(view[r, c].Strength) : null;
        return Html.Element(
            "td",
            Html.Attribute("style", Padding + (shade is null ? "" : $"background:{shade}")),
            // The table is aligned to the right: blanks before a number do nothing but go along when it is copied.
            text.TrimStart(AlignedNumbers.PageBlank('0')));
    }

    private XElement ColumnHeader(int? column) =>
        Header("col", column, view.Names.ColumnLabels, "…", Count.Of(columns.Hidden, "column", "columns"), "text-align:right");

    private XElement RowHeader(int? row) =>
        Header("row", row, view.Names.RowLabels, "⋮", MatrixHeading.Rows(view, rows.Hidden), "text-align:left");

    private static XElement Header(string scope, int? index, IReadOnlyList<string>? labels, string gap, string hidden, string align) =>
        Html.Element(
            "th",
            Html.Attribute("scope", scope),
            Html.Attribute("title", index is null ? hidden + " left out" : null),
            Html.Attribute("style", Padding + (index is null || labels is null ? Quiet : "") + align),
            index is not { } place ? gap
                : labels is null ? $"{place}"
                : ShortLabel.Of(labels[place], LabelWidth).ToElement());
}
