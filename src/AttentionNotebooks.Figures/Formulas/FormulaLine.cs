using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Formulas on a line of a page. A long one comes in pieces, so that the line can break between them.</summary>
internal static class FormulaLine
{
    /// <summary>One formula inside a line of text.</summary>
    internal static XElement Inline(Formula formula) => Html.Math("math", Html.Attribute("displaystyle", "true"), formula.Markup);

    /// <summary>A line of pieces, large as display formulas are.</summary>
    internal static XElement Display(params Formula[] pieces) =>
        Html.Element(
            "p",
            Html.Attribute("style", "margin:.5em 1em"),
            pieces.SelectMany(piece => new object[] { Inline(piece), " " }));

    internal static string Text(params Formula[] pieces) =>
        string.Join(' ', string.Join(' ', pieces.Select(piece => piece.Text)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
