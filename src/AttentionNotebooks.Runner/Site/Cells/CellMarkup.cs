using System.Text;
using AttentionNotebooks.Runner.Documents;
using AttentionNotebooks.Runner.Markup;
using AttentionNotebooks.Runner.Outputs;
using AttentionNotebooks.Runner.Site.Prose;

namespace AttentionNotebooks.Runner.Site.Cells;

/// <summary>The cells of a notebook as HTML, each a section that holds its code and what that gave.</summary>
internal sealed class CellMarkup(Notebook notebook, NotebookProse prose)
{
    /// <summary>The anchor of a cell.</summary>
    internal static string Anchor(Cell cell) => $"cell-{cell.Id}";

    /// <summary>One cell; <paramref name="number"/> counts all cells from 1.</summary>
    internal string Write(Cell cell, int number)
    {
        string id = HtmlText.Escape(Anchor(cell));
        return cell.Kind switch
        {
            CellKind.Markdown => $"<section class=\"cell prose\" id=\"{id}\">\n{prose.Render(cell)}</section>\n",
            CellKind.Raw => $"<section class=\"cell\" id=\"{id}\">\n{OutputMarkup.Text("plain", $"Cell {number}", cell.Source)}\n</section>\n",
            _ => $"""
                <section class="cell code" id="{id}" role="group" aria-label="Cell {number}">
                {Input(cell, number)}{Outputs(cell, number)}</section>

                """,
        };
    }

    private string Input(Cell cell, int number)
    {
        string code = CodeMarkup.Write(cell.Source.TrimEnd(), cell.Language ?? notebook.Language);
        string count = cell.ExecutionCount is { } run ? $"<span class=\"count\" aria-hidden=\"true\">{run}</span>" : "";
        return $"<div class=\"input\">{count}{ScrollBox.Preformatted("listing", $"Code of cell {number}", code)}</div>\n";
    }

    private static string Outputs(Cell cell, int number)
    {
        IReadOnlyList<Output> outputs = StreamMerger.Merge(cell.Outputs);
        if (outputs.Count == 0)
        {
            return "";
        }

        StringBuilder html = new($"<div class=\"outputs\" role=\"group\" aria-label=\"Outputs of cell {number}\">\n");
        for (int index = 0; index < outputs.Count; index++)
        {
            string label = outputs.Count == 1 ? $"Output of cell {number}" : $"Output {index + 1} of cell {number}";
            _ = html.Append($"<div class=\"output\">{OutputMarkup.Write(outputs[index], label)}</div>\n");
        }

        return html.Append("</div>\n").ToString();
    }
}
