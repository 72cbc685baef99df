using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace AttentionNotebooks;

/// <summary>All heads of a map as small panels on one colour axis; zooming one zooms all.</summary>
internal sealed class HeadGridChart
{
    private const int PanelHeight = 210;
    private const double ColumnGap = 0.03;
    private const int RowGap = 34;
    private const int CaptionHeight = 18;

    private readonly HeatmapData data;
    private readonly int columns;
    private readonly int rows;

    private HeadGridChart(AttentionMap map)
    {
        data = ChartLayout.DataOf(map);
        columns = Math.Clamp((int)Math.Sqrt(data.Panels.Count), Math.Min(2, data.Panels.Count), 4);
        rows = (data.Panels.Count + columns - 1) / columns;
    }

    private int PlotHeight => (rows * PanelHeight) + ((rows - 1) * RowGap);

    internal static GenericChart Of(AttentionMap map) => new HeadGridChart(map).Draw();

    private GenericChart Draw()
    {
        Layout layout = ChartLayout.Titled($"Attention weights: {Count.Of(data.Panels.Count, "head", "heads")} on one scale", PlotHeight + 90, HeatmapChart.HeightAbove(data) + CaptionHeight)
            .WithColours(data, CaptionHeight)
            .With("annotations", Notes());
        for (int panel = 0; panel < data.Panels.Count; panel++)
        {
            layout.With("xaxis" + Suffix(panel), QueryAxis(panel)).With("yaxis" + Suffix(panel), KeyAxis(panel));
        }

        return ChartLayout.Chart(data.Panels.Select((panel, index) => HeatmapChart.Trace(data, panel).With("xaxis", "x" + Suffix(index)).With("yaxis", "y" + Suffix(index))), layout);
    }

    private LinearAxis QueryAxis(int panel) =>
        Matching(TokenAxis.Queries(data.Queries), "x", panel, Across(panel), isOuter: panel + columns >= data.Panels.Count).With("anchor", "y" + Suffix(panel));

    private LinearAxis KeyAxis(int panel) =>
        Matching(TokenAxis.Keys(data.Keys), "y", panel, Down(panel), isOuter: panel % columns == 0).With("anchor", "x" + Suffix(panel));

    /// <summary>Only the outer axes carry tokens; all move with the first.</summary>
    private static LinearAxis Matching(LinearAxis axis, string letter, int panel, double[] domain, bool isOuter)
    {
        axis.With("domain", domain).With("showticklabels", isOuter);
        if (!isOuter) axis.With("ticks", "").RemoveProperty("title");
        return panel == 0 ? axis : axis.With("matches", letter);
    }

    private double[] Across(int panel)
    {
        double width = (1 - ((columns - 1) * ColumnGap)) / columns, start = panel % columns * (width + ColumnGap);
        return [start, Math.Min(1, start + width)];
    }

    private double[] Down(int panel)
    {
        double top = 1 - (panel / columns * (PanelHeight + RowGap) / (double)PlotHeight);
        return [Math.Max(0, top - (PanelHeight / (double)PlotHeight)), top];
    }

    private Annotation[] Notes() =>
        [
            .. data.Panels.Select((panel, index) => ChartLayout.Note(panel.Caption, Across(index)[0], Down(index)[1])),
            .. ChartLayout.Notices(HeatmapNotices.OfBins(data), ChartLayout.ScaleHeight + CaptionHeight),
        ];

    private static string Suffix(int panel) => panel == 0 ? "" : $"{panel + 1}";
}
