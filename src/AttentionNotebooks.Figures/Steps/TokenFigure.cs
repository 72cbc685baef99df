using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>Attention for one token as the three steps of the vector view, with the very numbers.</summary>
public sealed class TokenFigure : Figure
{
    private readonly ShapeBox[][] stages;
    private readonly IReadOnlyList<Step> steps;

    private TokenFigure(string title, ShapeBox[][] stages, IReadOnlyList<Step> steps)
    {
        Title = title;
        this.stages = stages;
        this.steps = steps;
    }

    internal override string Title { get; }

    internal override bool UsesScript => true;

    /// <summary>The steps with their formulas and numbers as text.</summary>
    /// <returns>Lines of aligned columns.</returns>
    public override string ToString()
    {
        StringBuilder text = new(Title);
        StepList.Write(text.AppendLine().AppendLine(ShapeStrip.Text(stages)).AppendLine(), steps);
        return text.ToString().TrimEnd();
    }

    internal static TokenFigure Of<T>(TokenTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        new($"Attention of {TokenText.Isolate(TokenText.Shorten(trace.Token))}, token {trace.Index}, step by step", StepStages.Of(trace), TokenSteps.Of(trace));

    internal override XElement Draw() => StepFrame.Draw(Title, stages, StepList.Draw(steps));
}
