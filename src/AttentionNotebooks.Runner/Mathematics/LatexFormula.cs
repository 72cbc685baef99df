using AttentionNotebooks.Runner.Markup;

namespace AttentionNotebooks.Runner.Mathematics;

/// <summary>A formula as MathML Core.</summary>
/// <param name="MathMl">The <c>math</c> element, the LaTeX source in its annotation.</param>
/// <param name="Problems">What was not understood, a line each; it stands in the formula as <c>merror</c>.</param>
internal sealed record LatexFormula(string MathMl, IReadOnlyList<string> Problems)
{
    /// <summary>Converts the LaTeX between the dollars; <paramref name="display"/> gives it lines of its own.</summary>
    internal static LatexFormula Convert(string latex, bool display)
    {
        string source = latex.Trim();
        (MathNode formula, IReadOnlyList<string> problems) = LatexParser.Parse(source);
        string mathMl =
            $"<math{(display ? " display=\"block\"" : "")}><semantics>{MathMlWriter.Write(formula)}" +
            $"<annotation encoding=\"application/x-tex\">{HtmlText.Escape(source)}</annotation></semantics></math>";
        return new LatexFormula(mathMl, problems);
    }
}
