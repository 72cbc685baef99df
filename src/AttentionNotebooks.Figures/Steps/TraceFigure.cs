using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>One head of attention as the steps of the lesson, from the input to the output, with the very numbers.</summary>
public sealed class TraceFigure : Figure
{
    private readonly ShapeBox[][] stages;

    private TraceFigure(string title, ShapeBox[][] stages, IReadOnlyList<Step> steps)
    {
        Title = title;
        this.stages = stages;
        Steps = steps;
    }

    internal override string Title { get; }

    internal override bool UsesScript => true;

    internal IReadOnlyList<Step> Steps { get; }

    /// <summary>The steps with their formulas, numbers and matrices as text.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = new(Title);
        StepList.Write(text.AppendLine().AppendLine(ShapeStrip.Text(stages)).AppendLine(), Steps);
        return text.ToString().TrimEnd();
    }

    internal static TraceFigure Of<T>(AttentionTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Of(trace, StepBudget.Alone);

    internal static TraceFigure Of<T>(AttentionTrace<T> trace, StepBudget budget)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ChosenPair pair = ChosenPair.Strongest(trace.Weights);
        Step?[] steps =
        [
            ProjectionSteps.Input(trace),
            ProjectionSteps.Project(trace, pair),
            ProjectionSteps.Rotate(trace, pair),
            ScoreSteps.Score(trace, pair),
            ScoreSteps.Bias(trace, pair),
            ScoreSteps.Mask(trace),
            WeightSteps.Normalise(trace, pair),
            WeightSteps.Sum(trace, pair),
        ];
        string kind = trace.IsCrossAttention ? "Cross-attention" : "Self-attention";
        string title = trace.Head is { } head ? $"{kind} step by step, head {head}" : $"{kind} step by step";
        return new TraceFigure(title, StepStages.Of(trace), budget.Fit(steps.OfType<Step>()));
    }

    internal override XElement Draw() => StepFrame.Draw(Title, stages, StepList.Draw(Steps));
}
