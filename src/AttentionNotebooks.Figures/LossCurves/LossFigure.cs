using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>How the loss fell: a line over the steps of training, with that of held-out examples, and the learning rate below.</summary>
/// <remarks>
/// The loss has a logarithmic axis where its greatest value is 30 times its least one or more. Of a long training neighbouring steps share a place; the band
/// around the line then reaches from the least to the greatest loss. The numbers stand below, folded, and on hover.
/// </remarks>
public sealed class LossFigure : Figure
{
    private const double RangeForLogarithm = 30;
    private const int TextRows = 12;

    private readonly TrainingHistory history;
    private readonly StepGroup[] groups;
    private readonly bool isLogarithmic;

    internal LossFigure(TrainingHistory history, bool? isLogarithmic = null)
    {
        this.history = history;
        groups = StepGroup.Of(history);
        this.isLogarithmic = isLogarithmic ?? (Least(history) > 0 && Losses(history).Max() >= RangeForLogarithm * Least(history));
    }

    internal override string Title => LossWords.Title(history);

    /// <summary>The same with another axis of the loss.</summary>
    /// <param name="isLogarithmic">True: equal distances are equal factors. False: equal differences, from 0.</param>
    /// <returns>Another figure; this one stays as it is.</returns>
    /// <exception cref="InvalidOperationException">A logarithmic axis is asked for, and a loss is not above 0.</exception>
    public LossFigure WithLogarithmicLoss(bool isLogarithmic = true)
    {
        if (isLogarithmic && Least(history) <= 0)
            throw new InvalidOperationException(FormattableString.Invariant($"A logarithmic axis needs losses above 0: the least is {Least(history)}."));
        return new LossFigure(history, isLogarithmic);
    }

    /// <summary>Writes the plots as one SVG file of its own.</summary>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public void SaveSvg(string path) => SvgPage.Save(path, Title, new LossDrawing(history, groups, isLogarithmic).Draw());

    /// <summary>What training came to, and the numbers of some steps.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString() =>
        TextColumns.Append(new StringBuilder(Title).AppendLine().Append(LossWords.Summary(history)), LossTable.Cells(Spread())).ToString();

    internal override XElement Draw() =>
        Html.Element(
            "div",
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("p", Html.Element("strong", Title), Html.Element("br"), LossWords.Summary(history)),
            Scrolling.Box($"Loss. {Title}", new LossDrawing(history, groups, isLogarithmic).Draw()),
            LossWords.Notices(history, groups).Select(notice => Html.Element("p", Html.Element("small", notice))),
            Html.Element("details", Html.Summary("Numbers as a table"), Scrolling.Box($"Numbers. {Title}", NumberTable.Draw(LossTable.Cells(groups)))));

    private static double Least(TrainingHistory history) => Losses(history).Min();

    private static IEnumerable<double> Losses(TrainingHistory history) =>
        history.Points.SelectMany(point => point.HeldOutLoss is { } heldOut ? [point.Loss, heldOut] : new[] { point.Loss });

    /// <summary>Single points, evenly spread, the first and the last among them.</summary>
    private StepGroup[] Spread() => [.. FrameSpread.Of(history.Points.Count, TextRows).Select(place => new StepGroup([history.Points[place]]))];
}
