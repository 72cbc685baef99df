using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Every matrix of attention beside its gradient, from the output back to the input, with the formulas of the chain rule; with a proof by finite differences where one was asked for.</summary>
/// <remarks>Blue entries are above zero: more of the value makes the loss greater; orange below. Each matrix has its own scale; how strong the gradients are is told above.</remarks>
public sealed class GradientFigure : Figure
{
    private readonly IReadOnlyList<GradientPart> parts;
    private readonly IReadOnlyList<Step> steps;
    private readonly IReadOnlyList<GradientFigure> heads;
    private readonly IReadOnlyList<string> notices;

    /// <param name="title">What was run backwards.</param>
    /// <param name="parts">The matrices.</param>
    /// <param name="budget">How much of them is shown.</param>
    /// <param name="check">The proof of a gradient; null: none.</param>
    internal GradientFigure(string title, IEnumerable<GradientPart> parts, StepBudget budget, Func<AttentionQuantity, GradientCheck>? check = null)
    {
        Title = title;
        this.parts = [.. parts];
        GradientCheck[]? checks = check is null ? null : [.. this.parts.Select(part => check(part.Quantity))];
        steps = budget.Fit(this.parts.Select((part, index) => GradientSteps.Of(part, checks?[index])));
        heads = [];
        notices = checks is null ? [] : [GradientSteps.Verdict(checks)];
    }

    /// <summary>A layer and its heads.</summary>
    /// <param name="layer">What belongs to no single head.</param>
    /// <param name="heads">The heads that are shown.</param>
    /// <param name="notices">What a reader needs to know.</param>
    internal GradientFigure(GradientFigure layer, IReadOnlyList<GradientFigure> heads, IEnumerable<string> notices)
    {
        Title = layer.Title;
        parts = layer.parts;
        steps = layer.steps;
        this.heads = heads;
        this.notices = [.. layer.notices, .. notices];
    }

    internal override string Title { get; }

    internal override bool UsesScript => true;

    internal IReadOnlyList<Step> Steps => steps;

    /// <summary>The norms of the gradients, and the matrices beside their gradients, as text.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = TextColumns.Append(new StringBuilder(Title), GradientNorms.Cells(parts)).AppendLine();
        foreach (string notice in notices) text.AppendLine(notice);
        StepList.Write(text.AppendLine(), steps);
        foreach (GradientFigure head in heads) text.AppendLine(head.ToString()).AppendLine();
        return text.ToString().TrimEnd();
    }

    internal override XElement Draw() =>
        Html.Element(
            "div",
            FigureScript.Root("gradients"),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("p", Html.Element("strong", Title)),
            notices.Select(notice => Html.Element("p", notice)),
            Scrolling.Box($"Norms. {Title}", GradientNorms.Draw(Title, parts)),
            StepList.Draw(steps, "gradients"),
            heads.Select(head => Html.Element("details", Html.Summary(head.Title), head.Draw())));
}
