namespace AttentionNotebooks.Runner.Mathematics;

/// <content>Environments, all of which are tables.</content>
internal sealed partial class LatexParser
{
    private static readonly string[] LengthUnits = ["pt", "em", "ex", "mm", "cm"];

    private MathNode ParseEnvironment(LatexToken begin)
    {
        if (ReadText() is not { } name)
        {
            return Reject(begin, NeedsGroup);
        }

        if (Layout(name) is not { } layout)
        {
            LatexToken written = begin with { End = tokens[position - 1].End };
            return Reject(written, name == "array" ? "needs its columns in braces" : "is not a known environment");
        }

        Table body = new(ParseRows(), layout);
        if (!TakeIf(LatexTokenKind.Command, "end") || ReadText() != name)
        {
            return new Row([Reject(begin, $@"has no \end{{{name}}}"), body]);
        }

        return Enclose(name, body);
    }

    private TableLayout? Layout(string environment)
    {
        return environment switch
        {
            "matrix" or "pmatrix" or "bmatrix" or "Bmatrix" or "vmatrix" or "Vmatrix" or "smallmatrix" => TableLayout.Matrix,
            "cases" => TableLayout.Cases,
            "aligned" or "align" or "align*" or "split" => TableLayout.Aligned,
            "gathered" or "gather" or "gather*" or "equation" or "equation*" => TableLayout.Gathered,
            "array" => ReadText() is { } columns ? TableLayout.Array(columns) : null,
            _ => null,
        };
    }

    private static MathNode Enclose(string environment, Table body)
    {
        return environment switch
        {
            "pmatrix" => new Fenced("(", body, ")"),
            "bmatrix" => new Fenced("[", body, "]"),
            "Bmatrix" => new Fenced("{", body, "}"),
            "vmatrix" => new Fenced("|", body, "|"),
            "Vmatrix" => new Fenced("‖", body, "‖"),
            "cases" => new Fenced("{", body, ""),
            _ => body,
        };
    }

    /// <summary>A formula of one line, or of several that <c>\\</c> divides.</summary>
    private MathNode ParseLines()
    {
        List<IReadOnlyList<MathNode>> rows = ParseRows();
        TableLayout layout = rows.Any(row => row.Count > 1) ? TableLayout.Aligned : TableLayout.Gathered;
        return rows is [[MathNode line]] ? line : new Table(rows, layout);
    }

    private List<IReadOnlyList<MathNode>> ParseRows()
    {
        List<IReadOnlyList<MathNode>> rows = [ParseCells()];
        while (TakeIf(LatexTokenKind.RowEnd))
        {
            SkipRowGap();
            rows.Add(ParseCells());
        }

        // A \\ at the very end begins no row.
        if (rows.Count > 1 && rows[^1] is [Row { Parts.Count: 0 }])
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return rows;
    }

    private List<MathNode> ParseCells()
    {
        List<MathNode> cells = [ParseRow()];
        while (TakeIf(LatexTokenKind.CellEnd))
        {
            cells.Add(ParseRow());
        }

        return cells;
    }

    /// <summary>Passes over the <c>[2pt]</c> of <c>\\[2pt]</c>; a bracket that holds anything but a length is a part of the formula.</summary>
    private void SkipRowGap()
    {
        if (Current is not { Kind: LatexTokenKind.Symbol, Text: "[" } open || source[open.Start - 1] != '\\')
        {
            return;
        }

        int close = position;
        while (tokens[close].Kind is LatexTokenKind.Symbol or LatexTokenKind.Digit or LatexTokenKind.Letter && tokens[close].Text != "]")
        {
            close++;
        }

        string gap = source[open.End..tokens[close].Start].Trim();
        if (tokens[close].Text == "]" && LengthUnits.Any(unit => gap.EndsWith(unit, StringComparison.Ordinal)))
        {
            position = close + 1;
        }
    }
}
