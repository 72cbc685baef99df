using AttentionNotebooks.Runner.Mathematics;

namespace AttentionNotebooks.Runner.Site.Prose;

/// <summary>A formula where a page shows it.</summary>
internal static class FormulaMarkup
{
    /// <summary>The formula; a displayed one in a box that scrolls where the page is narrower.</summary>
    internal static string Write(string latex, bool display)
    {
        string mathMl = LatexFormula.Convert(latex, display).MathMl;
        // A span, since a paragraph may hold the formula.
        return display ? $"<span class=\"formula scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Formula\">{mathMl}</span>" : mathMl;
    }
}
