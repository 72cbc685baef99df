using System.Text;

namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>
/// Writes tables. MathML Core leaves alignment and gaps to CSS; they are set on the cells themselves, so that a formula looks the same on every page.
/// </summary>
internal sealed class MathMlTable(MathMlWriter writer, StringBuilder markup)
{
    /// <summary>Writes the table as one element.</summary>
    internal void Write(Table table)
    {
        string display = table.Layout.Display ? " displaystyle=\"true\"" : "";
        writer.Element($"mtable{display}", () =>
        {
            foreach (IReadOnlyList<MathNode> row in table.Rows)
            {
                writer.Element("mtr", () => WriteCells(row, table.Layout));
            }
        });
    }

    private void WriteCells(IReadOnlyList<MathNode> cells, TableLayout layout)
    {
        for (int column = 0; column < cells.Count; column++)
        {
            IReadOnlyList<MathNode> parts = cells[column] is Row row ? row.Parts : [cells[column]];
            string style = Style(column, layout);
            writer.Element(style.Length == 0 ? "mtd" : $"mtd style=\"{style}\"", () => WriteCell(column, layout, parts));
        }
    }

    private void WriteCell(int column, TableLayout layout, IReadOnlyList<MathNode> parts)
    {
        // The left side is an operand of the sign that begins the right side: "= x" and "- x" are spaced as within a line.
        bool continues = layout.JoinsPairs && column % 2 == 1;
        MathMlRow.Write(writer, markup, continues ? [new Row([]), .. parts] : parts);
    }

    private static string Style(int column, TableLayout layout)
    {
        // Chromium aligns the content of a cell by the prefixed values only; others know the plain ones. Cells are centred as it is.
        string alignment = layout.Alignment(column) switch
        {
            'l' => "text-align: left; text-align: -webkit-left; ",
            'r' => "text-align: right; text-align: -webkit-right; ",
            _ => "",
        };
        string gap = !layout.JoinsPairs ? "" : column % 2 == 0 ? "padding-right: 0; " : "padding-left: 0; ";
        string rule = layout.RuledColumns.Contains(column) ? "border-left: thin solid; " : "";
        return $"{alignment}{gap}{rule}".TrimEnd();
    }
}
