using System.Text;
using System.Xml.Linq;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The proof of a gradient: what the backward pass says, what central differences of the loss find, and what is between them.</summary>
public sealed class GradientCheckFigure : Figure
{
    private readonly GradientCheck check;
    private readonly MatrixFigure[] matrices;

    internal GradientCheckFigure(GradientCheck check)
    {
        this.check = check;
        Matrix<double> error = check.Gradient.Values - check.Differences.Values;
        matrices =
        [
            .. new[] { check.Gradient.Figure(), check.Differences.Figure(), error.Figure("Difference of the two", "", check.Gradient.RowLabels, check.Gradient.ColumnLabels) }
                .Select(matrix => matrix.Limit(StepBudget.Alone.Rows, StepBudget.Alone.Columns)),
        ];
    }

    internal override string Title => $"{check.Gradient.Name} {check.Gradient.Symbol}, {check.Gradient.Shape}: backward pass and finite differences";

    private string Verdict => GradientSteps.Verdict([check]);

    /// <summary>Both gradients and their difference.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = new StringBuilder(Title).AppendLine().Append(Verdict);
        foreach (MatrixFigure matrix in matrices) text.AppendLine().AppendLine().Append(matrix);
        return text.ToString();
    }

    internal override XElement Draw() =>
        Html.Element(
            "div",
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("p", Html.Element("strong", Title), Html.Element("br"), Verdict),
            Html.Element(
                "div",
                Html.Attribute("style", "display:flex;flex-wrap:wrap;gap:.5em 2em;align-items:flex-start"),
                matrices.Select(matrix => Html.Element("div", Html.Attribute("style", "min-width:0;max-width:100%"), matrix.Draw()))));
}
