using System.Xml.Linq;
using AttentionNotebooks.Runner.Mathematics;

namespace AttentionNotebooks.Runner.Tests.Mathematics;

/// <summary>Formulas as trees.</summary>
internal static class MathMl
{
    /// <summary>What stands in <c>semantics</c> before the annotation.</summary>
    internal static XElement Of(string latex, bool display = true)
    {
        LatexFormula formula = LatexFormula.Convert(latex, display);
        Assert.Empty(formula.Problems);
        return Parse(formula);
    }

    /// <summary>The same for a formula that has problems.</summary>
    internal static (XElement Body, IReadOnlyList<string> Problems) WithProblems(string latex)
    {
        LatexFormula formula = LatexFormula.Convert(latex, display: true);
        return (Parse(formula), formula.Problems);
    }

    /// <summary>The tree in short: <c>msup(mi:x mn:2)</c>; grouping by <c>mrow</c> is shown as brackets.</summary>
    internal static string Outline(string latex) => Outline(Of(latex));

    internal static string Outline(XElement element)
    {
        string name = element.Name.LocalName == "mrow" ? "" : element.Name.LocalName;
        string attributes = string.Concat(element.Attributes().Where(attribute => attribute.Name == "mathvariant").Select(attribute => $"[{attribute.Value}]"));
        return element.HasElements || element.Value.Length == 0
            ? $"{name}{attributes}({string.Join(' ', element.Elements().Select(Outline))})"
            : $"{name}{attributes}:{element.Value}";
    }

    private static XElement Parse(LatexFormula formula) => XElement.Parse(formula.MathMl, LoadOptions.PreserveWhitespace).Element("semantics")!.Elements().First();
}
