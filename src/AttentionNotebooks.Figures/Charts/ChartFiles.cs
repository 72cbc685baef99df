using Plotly.NET;

namespace AttentionNotebooks;

/// <summary>Charts as files.</summary>
public static class ChartFiles
{
    /// <summary>Writes any Plotly.NET chart as one HTML page that needs no network: plotly.js is in it, 3.6 MB.</summary>
    /// <param name="chart">The chart, ours or another.</param>
    /// <param name="path">The file; replaced at once, never half-written.</param>
    /// <remarks>Plotly.NET's own <c>GenericChart.toEmbeddedHTML</c> is small and takes plotly.js from a CDN instead.</remarks>
    public static void SaveHtml(this GenericChart chart, string path)
    {
        ArgumentNullException.ThrowIfNull(chart);
        AtomicFile.WriteAllText(path, ChartHtml.PageOf(chart));
    }
}
