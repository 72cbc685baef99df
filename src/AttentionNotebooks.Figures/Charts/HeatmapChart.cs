using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace AttentionNotebooks;

/// <summary>Heads as plotly.js heatmaps on one colour axis, cut into bins where an axis is too long, as in <see cref="HeatmapFigure"/>.</summary>
internal static class HeatmapChart
{
    private const string ColourAxis = "coloraxis";
    private const int LeastHeight = 340;
    private const int GreatestHeight = 560;

    internal static GenericChart Of(AttentionMap map)
    {
        HeatmapData data = ChartLayout.DataOf(map);
        return ChartLayout.Chart([Trace(data, data.Panels[0])], Layout(data, TitleOf(data.Panels[0])));
    }

    /// <summary>All heads of a layer, or one head of all layers, of which the reader chooses one.</summary>
    internal static GenericChart Of(AttentionMap map, IReadOnlyList<int> numbers, Func<IReadOnlyList<ChartChoice>, Layout, int, Layout> addChooser)
    {
        HeatmapData data = ChartLayout.DataOf(map);
        Trace[] traces = [.. data.Panels.Select((panel, index) => Trace(data, panel).With("visible", index == 0))];
        ChartChoice[] choices = [.. data.Panels.Zip(numbers, (panel, number) => new ChartChoice(number, TitleOf(panel)))];
        return ChartLayout.Chart(traces, addChooser(choices, Layout(data, TitleOf(data.Panels[0])), HeightAbove(data)));
    }

    /// <summary>The cells of one head; row = key, column = query.</summary>
    internal static Trace Trace(HeatmapData data, HeatmapPanelData panel) =>
        new Trace("heatmap")
            .With("name", panel.Caption)
            .With("x", TokenAxis.Places(data.Queries))
            .With("y", TokenAxis.Places(data.Keys))
            .With("z", Rows(panel.Cells))
            .With("coloraxis", ColourAxis)
            .With("xgap", data.Queries.Length > 40 ? 0 : 1)
            .With("ygap", data.Keys.Length > 40 ? 0 : 1)
            .With("hovertemplate", $"key {Token(data.Keys, "y", 0)}<br>query {Token(data.Queries, "x", 1)}<br>weight %{{z:.4~g}}<extra></extra>");

    /// <summary>Adds the colour axis that all traces share, from 0 to the greatest weight of all, and what the binning left out.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="data">The heads.</param>
    /// <param name="captions">Height of the captions between the scale and the plot.</param>
    internal static Layout WithColours(this Layout layout, HeatmapData data, int captions = 0) =>
        layout
            .With(
                ColourAxis,
                new ColorAxis()
                    .With("cmin", 0)
                    .With("cmax", data.Greatest > 0 ? data.Greatest : 1)
                    .With("colorscale", new object[] { new object[] { 0, "rgba(31,119,208,0)" }, new object[] { 1, "rgba(31,119,208,1)" } })
                    .With("colorbar", ChartLayout.Scale("weight", above: 8 + captions)))
            .With("annotations", ChartLayout.Notices(HeatmapNotices.OfBins(data), ChartLayout.ScaleHeight));

    /// <summary>Height of the notices and the scale, which stand above the plot.</summary>
    internal static int HeightAbove(HeatmapData data) => ChartLayout.ScaleHeight + ChartLayout.NoticesHeight(HeatmapNotices.OfBins(data));

    private static Layout Layout(HeatmapData data, string title) =>
        ChartLayout.Titled(title, Math.Clamp(120 + (30 * data.Keys.Length), LeastHeight, GreatestHeight), HeightAbove(data))
            .With("xaxis", TokenAxis.Queries(data.Queries).With("constrain", "domain").With("constraintoward", "left"))
            .With("yaxis", TokenAxis.Keys(data.Keys).With("constrain", "domain").With("constraintoward", "top").With("scaleanchor", "x"))
            .WithColours(data);

    private static string TitleOf(HeatmapPanelData panel) => $"Attention weights: {panel.Caption}";

    /// <summary>Position and token, as tokens may be alike; where the token's text is its position, or stands for several, the text alone.</summary>
    private static string Token(HeatmapAxis axis, string name, int place) =>
        axis.HasLabels && axis.BinSize == 1 ? $"%{{pointNumber[{place}]}} %{{{name}}}" : $"%{{{name}}}";

    private static double[][] Rows(double[,] cells) =>
        [.. Enumerable.Range(0, cells.GetLength(0)).Select(key => Enumerable.Range(0, cells.GetLength(1)).Select(query => cells[key, query]).ToArray())];
}
