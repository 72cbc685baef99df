using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>An attention map growing token by token: a frame a step, on one scale; a film strip without script, a slider with it.</summary>
/// <remarks>
/// The newest query of each step stands in a dashed frame, and the keys that it takes most from are told in words. Of a long generation some steps
/// are drawn, evenly spread, the first and the last among them; above 800 cells in all, a frame's cells are one image.
/// </remarks>
public sealed class GenerationFigure : Figure
{
    private readonly IReadOnlyList<AttentionMap> steps;
    private readonly MapFrames frames;

    internal GenerationFigure(IReadOnlyList<AttentionMap> steps, int? limit = null)
    {
        this.steps = steps;
        frames = new MapFrames(steps, limit);
    }

    internal override string Title => $"Generation: attention weights from {steps[0].Keys} to {steps[^1].Keys} keys, {Count.Of(steps.Count, "step", "steps")}";

    internal override bool UsesScript => true;

    /// <summary>The same picture with another limit to the steps that it draws.</summary>
    /// <param name="frames">The most steps to draw; at least 2.</param>
    /// <returns>A new figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="frames"/> is less than 2.</exception>
    public GenerationFigure Limit(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, MapFrames.Fewest);
        return new GenerationFigure(steps, frames);
    }

    /// <summary>What the newest query of each drawn step takes from which keys, as text.</summary>
    /// <returns>A line a step and head.</returns>
    public override string ToString()
    {
        StringBuilder text = new(Title);
        foreach (GenerationFrame frame in Frames())
        {
            text.AppendLine().Append(frame.Label);
            foreach ((string told, HeatmapPanelData panel) in frame.Told.Zip(frames.Last.Panels))
                text.AppendLine().Append(CultureInfo.InvariantCulture, $"  {panel.Caption} {told}");
        }

        foreach (string notice in frames.Notices) text.AppendLine().Append(notice);
        return text.ToString();
    }

    internal override XElement Draw()
    {
        GenerationFrame[] drawn = Frames();
        return FrameStrip.Draw("generation", Title, frames, FrameControls.Of("step", drawn.Length - 1, drawn[0].Label), drawn.Select((frame, number) => frame.Draw(number)));
    }

    private GenerationFrame[] Frames() => [.. frames.Numbers.Select(step => new GenerationFrame(frames, step))];
}
