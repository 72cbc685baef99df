using Plotly.NET.LayoutObjects;

namespace AttentionNotebooks;

/// <summary>Axes along which tokens stand: places with texts, so that a token that occurs twice has two places.</summary>
internal static class TokenAxis
{
    /// <summary>The keys, downwards as in our heatmaps.</summary>
    internal static LinearAxis Keys(HeatmapAxis keys) => Of(keys).With("range", new[] { keys.Length - 0.5, -0.5 });

    /// <summary>The queries, from left to right.</summary>
    internal static LinearAxis Queries(HeatmapAxis queries) => Of(queries).With("range", new[] { -0.5, queries.Length - 0.5 });

    private static LinearAxis Of(HeatmapAxis axis) =>
        new LinearAxis()
            .With("title", ChartText.Title(axis.Name).With("standoff", 10))
            .With("tickmode", "array")
            .With("tickvals", Enumerable.Range(0, axis.Length).ToArray())
            .With("ticktext", Enumerable.Range(0, axis.Length).Select(cell => ChartText.Escape(TokenText.Isolate(axis.Short(cell)))).ToArray())
            .With("tickfont", new { size = FontSize(axis.Length) })
            .With("automargin", true)
            .With("showgrid", false)
            .With("zeroline", false);

    /// <summary>Small enough for all labels to stand; zooming in brings them apart.</summary>
    private static int FontSize(int cells) => cells switch { <= 30 => 12, <= 60 => 9, _ => 7 };
}
