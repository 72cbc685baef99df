using System.Globalization;
using Plotly.NET.LayoutObjects;

namespace AttentionNotebooks;

/// <summary>Axes along which tokens stand: places with texts, so that a token that occurs twice has two places.</summary>
internal static class TokenAxis
{
    /// <summary>The keys, downwards as in our heatmaps.</summary>
    internal static LinearAxis Keys(HeatmapAxis keys) => Of(keys).With("range", new[] { keys.Length - 0.5, -0.5 });

    /// <summary>The queries, from left to right.</summary>
    internal static LinearAxis Queries(HeatmapAxis queries) => Of(queries).With("range", new[] { -0.5, queries.Length - 0.5 });

    /// <summary>What a trace names as the places along the axis.</summary>
    internal static string[] Places(HeatmapAxis axis) => [.. Enumerable.Range(0, axis.Length).Select(Place)];

    /// <summary>Places are categories: of those plotly.js labels as many as have room, more as the reader zooms in.</summary>
    private static LinearAxis Of(HeatmapAxis axis) =>
        new LinearAxis()
            .With("title", ChartText.Title(axis.Name).With("standoff", 10))
            .With("type", "category")
            .With("labelalias", Enumerable.Range(0, axis.Length).ToDictionary(Place, cell => Label(axis, cell)))
            .With("tickfont", new { size = axis.Length <= 30 ? 12 : 10 })
            .With("automargin", true)
            .With("showgrid", false)
            .With("zeroline", false);

    private static string Place(int cell) => cell.ToString(CultureInfo.InvariantCulture);

    private static string Label(HeatmapAxis axis, int cell) => ChartText.Escape(TokenText.Isolate(axis.Short(cell)));
}
