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
    private const int DefaultFrames = 24;

    /// <summary>So many panels are drawn at the default limit: with many heads, fewer steps.</summary>
    private const int DefaultPanels = 36;

    internal const int FewestFrames = 2;

    private readonly IReadOnlyList<AttentionMap> steps;
    private readonly GenerationFrames frames;

    internal GenerationFigure(IReadOnlyList<AttentionMap> steps, int? limit = null)
    {
        this.steps = steps;
        int panels = steps[^1].LayerNumbers.Count * steps[^1].HeadNumbers.Count;
        frames = new GenerationFrames(steps, limit ?? Math.Clamp(DefaultPanels / panels, FewestFrames, DefaultFrames));
    }

    internal override string Title => $"Generation: attention weights from {steps[0].Keys} to {steps[^1].Keys} keys, {Count.Of(steps.Count, "step", "steps")}";

    internal override bool UsesScript => true;

    private IEnumerable<string> Notices
    {
        get
        {
            if (frames.Numbers.Count < steps.Count) yield return $"{frames.Numbers.Count} of {steps.Count} steps are drawn; {HowToSeeMore}";
            if (frames.IsRaster) yield return $"Colours have {HeatmapRaster.Levels} levels, and weights on hover are left out; the last step is told in numbers below.";
            if (frames.Last.IsBinned) yield return $"Each cell shows the greatest of {frames.Last.Keys.BinSize} keys × {frames.Last.Queries.BinSize} queries.";
        }
    }

    private string HowToSeeMore => steps.Count <= frames.Most
        ? $"Limit({steps.Count}) draws them all."
        : $"with so many heads a page has room for {frames.Most}, and with one head, map.Layer(k).Head(k), for {GenerationFrames.GreatestPanels}.";

    /// <summary>The same picture with another limit to the steps that it draws.</summary>
    /// <param name="frames">The most steps to draw; at least 2.</param>
    /// <returns>A new figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="frames"/> is less than 2.</exception>
    public GenerationFigure Limit(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, FewestFrames);
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

        foreach (string notice in Notices) text.AppendLine().Append(notice);
        return text.ToString();
    }

    internal override XElement Draw()
    {
        GenerationFrame[] drawn = Frames();
        return Html.Element(
            "div",
            FigureScript.Root("generation"),
            Html.Attribute("role", "group"),
            Html.Attribute("aria-label", Title),
            Html.Element("p", Html.Element("strong", Title)),
            Html.Element("div", PaperStyle.LegendAbove, HeatmapLegend.Draw(frames.Scale)),
            FrameControls.Of("step", drawn.Length - 1, drawn[0].Label),
            Scrolling.Box($"Film strip. {Title}", drawn.Select((frame, number) => frame.Draw(number))),
            Notices.Select(notice => Html.Element("p", Html.Element("small", notice))),
            HeatmapTable.Draw(frames.Last));
    }

    private GenerationFrame[] Frames() => [.. frames.Numbers.Select(step => new GenerationFrame(frames, step))];
}
