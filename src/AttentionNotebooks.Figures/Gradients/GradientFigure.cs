using System.Numerics;
using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>The backward pass: the gradients side by side, in the order in which the chain rule finds them.</summary>
public sealed class GradientFigure : Figure
{
    /// <summary>So many heads show their own gradients, folded.</summary>
    private const int ShownHeads = 4;

    private readonly IReadOnlyList<MatrixFigure> gradients;
    private readonly IReadOnlyList<GradientFigure> heads;
    private readonly string? notice;

    private GradientFigure(string title, IReadOnlyList<MatrixFigure> gradients, IReadOnlyList<GradientFigure> heads, string? notice = null)
    {
        Title = title;
        this.gradients = gradients;
        this.heads = heads;
        this.notice = notice;
    }

    internal override string Title { get; }

    /// <summary>The gradients as text, one below the other.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = new(Title);
        foreach (Figure part in gradients.Concat<Figure>(heads)) text.AppendLine().AppendLine().Append(part);
        if (notice is not null) text.AppendLine().AppendLine().Append(notice);
        return text.ToString();
    }

    internal static GradientFigure Of<T>(AttentionTraceGradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T> => new(
            gradients.Trace.Head is { } head ? $"Gradients of head {head}" : "Gradients of one head",
            Figures<T>([
                gradients.Output, gradients.Weights, gradients.Scores, gradients.RotatedQueries, gradients.RotatedKeys, gradients.Queries, gradients.Keys, gradients.Values,
                .. gradients.ScoreMatrices, gradients.QueryWeights, gradients.QueryBias, gradients.KeyWeights, gradients.KeyBias, gradients.ValueWeights, gradients.ValueBias,
                gradients.Input, gradients.Trace.IsCrossAttention ? gradients.Source : null,
            ]),
            []);

    internal static GradientFigure Of<T>(MultiHeadGradients<T> gradients)
        where T : unmanaged, IFloatingPointIeee754<T> => new(
            gradients.Heads.Count == 1 ? "Gradients of multi-head attention, 1 head" : $"Gradients of multi-head attention, {gradients.Heads.Count} heads",
            Figures<T>([
                gradients.Output, gradients.OutputWeights, gradients.OutputBias, gradients.Concatenated,
                gradients.Input, gradients.Trace.Heads[0].IsCrossAttention ? gradients.Source : null,
            ]),
            [.. gradients.Heads.Take(ShownHeads).Select(Of)],
            gradients.Heads.Count > ShownHeads
                ? $"The first {ShownHeads} of {gradients.Heads.Count} heads are shown; gradients.Heads[k] shows any other."
                : null);

    internal static GradientFigure Of(GradientCheck check) => new(
        FormattableString.Invariant($"{check.Gradient.Name}: the backward pass beside differences, greatest relative error {check.GreatestRelativeError:0.0e+0}"),
        Figures<double>([check.Gradient, check.Differences]),
        []);

    internal override XElement Draw() =>
        Html.Element(
            "div",
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("p", Html.Element("strong", Title)),
            Html.Element(
                "div",
                Html.Attribute("style", "display:flex;flex-wrap:wrap;gap:.5em 2em;align-items:flex-start"),
                gradients.Select(gradient => Html.Element("div", Html.Attribute("style", "min-width:0;max-width:100%"), gradient.Draw()))),
            heads.Select(head => Html.Element("details", Html.Summary(head.Title), head.Draw())),
            notice is null ? null : Html.Element("p", Html.Element("small", notice)));

    private static MatrixFigure[] Figures<T>(IEnumerable<LabelledMatrix<T>?> matrices)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. matrices.OfType<LabelledMatrix<T>>().Select(matrix => matrix.Figure())];
}
