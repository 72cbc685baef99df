using System.Text;
using System.Xml.Linq;

namespace AttentionNotebooks;

/// <summary>An attention map as it forms in training: a frame a step, on one scale; a film strip without script, a slider with it.</summary>
/// <remarks>
/// Each head tells its entropy, which falls where it learns to look at few keys. Of many frames some are drawn, evenly spread, the first and the last
/// among them; above 800 cells in all, the cells of a head are one image.
/// </remarks>
public sealed class FilmFigure : Figure
{
    private const double StripWidth = 900;
    private const string AllFrames = "all frames";

    private readonly AttentionFilm film;
    private readonly MapFrames frames;

    internal FilmFigure(AttentionFilm film, int? limit = null)
    {
        this.film = film;
        frames = new MapFrames([.. film.Frames.Select(frame => frame.Map)], limit, manyAreSmall: true);
    }

    internal override string Title =>
        $"Attention weights in training: {HeatmapDrawing.Describe(frames.Last)}, {Count.Of(film.Frames.Count, "frame", "frames")} from step {Count.Of(film.Frames[0].Step)} to {Count.Of(film.Frames[^1].Step)}";

    internal override bool UsesScript => true;

    /// <summary>The same film with another limit to the frames that are drawn.</summary>
    /// <param name="frames">The most frames to draw; at least 2.</param>
    /// <returns>A new figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="frames"/> is less than 2.</exception>
    public FilmFigure Limit(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, MapFrames.Fewest);
        return new FilmFigure(film, frames);
    }

    /// <summary>Writes the film strip as one SVG file of its own.</summary>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    public void SaveSvg(string path)
    {
        XElement[] panels = [.. Frames().SelectMany(frame => frame.Panels())];
        SvgPage page = new(Title);
        page.Add([Title]);
        page.Add(HeatmapLegend.Draw(frames.Scale), HeatmapLegend.Width, HeatmapLegend.Height);
        page.Add(panels, Columns(), frames.Layout.Width, frames.Layout.Height);
        page.Add([.. frames.Notices]);
        AtomicFile.WriteAllText(path, Html.Render(page.Draw()) + "\n");
    }

    /// <summary>What each head does at each drawn step, as text.</summary>
    /// <returns>A line a step and head.</returns>
    public override string ToString()
    {
        StringBuilder text = new(Title);
        foreach (FilmFrame frame in Frames())
        {
            text.AppendLine().Append(frame.Label);
            foreach (string told in frame.Told()) text.AppendLine().Append("  ").Append(told);
        }

        foreach (string notice in frames.Notices) text.AppendLine().Append(notice);
        return text.ToString();
    }

    internal override XElement Draw()
    {
        FilmFrame[] drawn = Frames();
        return FrameStrip.Draw("film", Title, frames, FrameControls.Of("step", drawn.Length, AllFrames, all: AllFrames), drawn.Select((frame, number) => frame.Draw(number + 1)));
    }

    private FilmFrame[] Frames() => [.. frames.Numbers.Select(step => new FilmFrame(frames, step, film.Frames[step]))];

    /// <summary>As many frames in a row as have room, with all their heads side by side.</summary>
    private int Columns()
    {
        int heads = frames.Last.Panels.Count;
        return heads * Math.Clamp((int)(StripWidth / (heads * frames.Layout.Width)), 1, frames.Numbers.Count);
    }
}
