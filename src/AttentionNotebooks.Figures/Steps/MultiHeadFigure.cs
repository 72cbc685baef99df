using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Multi-head attention: what each head looks at, side by side; how the heads are joined; the first heads' own steps.</summary>
public sealed class MultiHeadFigure : Figure
{
    /// <summary>So many heads show their own steps, folded.</summary>
    internal const int ShownHeads = 4;

    private readonly ShapeBox[][] stages;
    private readonly HeatmapFigure heatmaps;
    private readonly IReadOnlyList<Step> steps;
    private readonly IReadOnlyList<TraceFigure> heads;
    private readonly int headCount;

    private MultiHeadFigure(
        ShapeBox[][] stages, HeatmapFigure heatmaps, IReadOnlyList<Step> steps, IReadOnlyList<TraceFigure> heads, int headCount)
    {
        this.stages = stages;
        this.heatmaps = heatmaps;
        this.steps = steps;
        this.heads = heads;
        this.headCount = headCount;
    }

    internal override string Title => headCount == 1 ? "Multi-head attention, 1 head" : $"Multi-head attention, {headCount} heads";

    internal override bool UsesScript => true;

    private string? Notice =>
        heads.Count < headCount ? $"The steps of the first {heads.Count} of {headCount} heads are shown; trace.Heads[k] shows those of any other." : null;

    /// <summary>The heads' weights, the joining step by step and the first heads' own steps as text.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = new(Title);
        text.AppendLine().AppendLine(ShapeStrip.Text(stages)).AppendLine().AppendLine(heatmaps.ToString()).AppendLine();
        StepList.Write(text, steps);
        foreach (TraceFigure head in heads) text.AppendLine(head.ToString()).AppendLine();
        return text.Append(Notice).ToString().TrimEnd();
    }

    internal static MultiHeadFigure Of<T>(MultiHeadTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        new(StepStages.Of(trace), StepBudget.Heatmap(trace.Map), StepBudget.Alone.Fit(JoinSteps.Of(trace)), [.. trace.Heads.Take(ShownHeads).Select(head => TraceFigure.Of(head, StepBudget.OfMany))], trace.Heads.Count);

    internal override XElement Draw() =>
        StepFrame.Draw(
            Title,
            stages,
            heatmaps.Draw(),
            StepList.Draw(steps),
            heads.Select(head => Html.Element("details", Html.Summary(head.Title), head.Draw())),
            Notice is null ? null : Html.Element("p", Html.Element("small", Notice)));
}
