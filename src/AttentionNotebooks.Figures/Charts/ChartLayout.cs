using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace AttentionNotebooks;

/// <summary>What all our charts share: traces become a chart on the page's own background, as wide as there is room.</summary>
internal static class ChartLayout
{
    /// <summary>Nothing behind the chart; then <see cref="ChartHtml"/> writes in the page's own colour.</summary>
    internal const string Transparent = "rgba(0,0,0,0)";

    /// <summary>Lines that are seen on a light and on a dark page.</summary>
    internal const string Line = "rgba(128,128,128,0.4)";

    /// <summary>Height of <see cref="Scale"/>.</summary>
    internal const int ScaleHeight = 62;

    /// <summary>A horizontal scale at 1 would have plotly.js move all titles upwards, out of the chart.</summary>
    private const double AllButTheTop = 0.9999;

    private const int TitleHeight = 46;
    private const int TitleLine = 20;
    private const int TitleLength = 46;
    private const int NoteSize = 11;
    private const int NoteLine = 14;
    private const int NoteLength = 44;
    private const int Bottom = 20;

    /// <summary>A chart's data are text, 20 characters a number: with so many cells they take 2.4 MB.</summary>
    private const int GreatestCells = 120_000;

    /// <summary>Cells a side of one of so many heatmaps in a chart.</summary>
    private static int Side(int panels) => Math.Clamp((int)Math.Sqrt((double)GreatestCells / panels), 1, HeatmapAxis.GreatestLength);

    /// <summary>The heads of a map, binned to what a chart carries.</summary>
    internal static HeatmapData DataOf(AttentionMap map) => new(map, Side(map.LayerNumbers.Count * map.HeadNumbers.Count));

    internal static GenericChart Chart(IEnumerable<Trace> traces, Layout layout) =>
        GenericChart.setConfig(
            new Config().With("responsive", true).With("displaylogo", false),
            GenericChart.setLayout(layout, GenericChart.ofTraceObjects(useDefaults: false, traces)));

    /// <summary>The title, then notices, then the scale, then the plot: one below the other, so that each has the whole width of a telephone.</summary>
    /// <param name="title">Cut into lines where it is long.</param>
    /// <param name="plotHeight">Height of the plot with its lower axis.</param>
    /// <param name="above">Height of what stands between the title and the plot.</param>
    internal static Layout Titled(string title, int plotHeight, int above)
    {
        string lines = ChartText.Wrap(title, TitleLength);
        int top = TitleHeight + (TitleLine * (ChartText.Lines(lines) - 1)) + above;
        return new Layout()
            .With("title", ChartText.Title(lines).With("x", 0).With("xanchor", "left").With("y", 1).With("yanchor", "top").With("xref", "container").With("yref", "container").With("pad", new { l = 12, t = 14 }).With("font", new { size = 15 }))
            .With("height", top + plotHeight + Bottom)
            .With("showlegend", false)
            .With("paper_bgcolor", Transparent)
            .With("plot_bgcolor", Transparent)
            .With("margin", new { l = 20, r = 20, t = top, b = Bottom });
    }

    /// <summary>The scale of the colours, lying above the plot, where it takes no width from it.</summary>
    /// <param name="of">What the colours tell.</param>
    /// <param name="above">So many pixels above the plot.</param>
    internal static ColorBar Scale(string of, int above = 8) =>
        new ColorBar()
            .With("title", new { text = of, side = "top" })
            .With("orientation", "h")
            .With("thickness", 12)
            .With("lenmode", "pixels").With("len", 210)
            .With("x", 0).With("xanchor", "left").With("xpad", 0)
            .With("y", AllButTheTop).With("yanchor", "bottom").With("ypad", above)
            .With("nticks", 5)
            .With("outlinewidth", 1).With("outlinecolor", Line);

    /// <summary>Words above a panel, placed in shares of the plotting area.</summary>
    internal static Annotation Note(string text, double x, double y) =>
        new Annotation()
            .With("text", text)
            .With("align", "left")
            .With("showarrow", false)
            .With("xref", "paper")
            .With("yref", "paper")
            .With("x", x)
            .With("y", y)
            .With("xanchor", "left")
            .With("yanchor", "bottom");

    /// <summary>What a chart leaves out, told above its plot and so many pixels more.</summary>
    internal static Annotation[] Notices(IEnumerable<string> notices, int above) =>
        [.. notices.Select(notice => Note(ChartText.Wrap(notice, NoteLength), 0, 1).With("yshift", above).With("font", new { size = NoteSize }))];

    /// <summary>How much room these take.</summary>
    internal static int NoticesHeight(IEnumerable<string> notices) => notices.Sum(notice => (ChartText.Lines(ChartText.Wrap(notice, NoteLength)) * NoteLine) + 4);
}
