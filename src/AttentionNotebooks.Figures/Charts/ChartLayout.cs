using Plotly.NET;

namespace AttentionNotebooks;

/// <summary>What all our charts share: traces become a chart on the page's own background, as wide as there is room.</summary>
internal static class ChartLayout
{
    /// <summary>Nothing behind the chart; then <see cref="ChartHtml"/> writes in the page's own colour.</summary>
    internal const string Transparent = "rgba(0,0,0,0)";

    /// <summary>Lines that are seen on a light and on a dark page.</summary>
    internal const string Line = "rgba(128,128,128,0.4)";

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

    internal static Layout Titled(string title, int height) =>
        new Layout()
            .With("title", ChartText.Title(title).With("x", 0).With("xanchor", "left").With("xref", "container").With("pad", new { l = 12 }).With("font", new { size = 15 }))
            .With("height", height)
            .With("showlegend", false)
            .With("paper_bgcolor", Transparent)
            .With("plot_bgcolor", Transparent)
            .With("margin", new { l = 20, r = 20, t = 60, b = 20 });

    /// <summary>Words above a panel or below the chart, placed in shares of the plotting area.</summary>
    internal static Plotly.NET.LayoutObjects.Annotation Note(string text, double x, double y, string xAnchor, string yAnchor) =>
        new Plotly.NET.LayoutObjects.Annotation()
            .With("text", text)
            .With("showarrow", false)
            .With("xref", "paper")
            .With("yref", "paper")
            .With("x", x)
            .With("y", y)
            .With("xanchor", xAnchor)
            .With("yanchor", yAnchor);
}
