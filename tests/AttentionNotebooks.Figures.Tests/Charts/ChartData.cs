using System.Text.Json.Nodes;
using Plotly.NET;

namespace AttentionNotebooks.Figures.Tests.Charts;

/// <summary>A chart as plotly.js gets it: data and layout.</summary>
internal static class ChartData
{
    internal static JsonObject Of(GenericChart chart) => JsonNode.Parse(GenericChart.toFigureJson(chart))!.AsObject();

    internal static JsonNode[] Traces(this JsonObject chart) => [.. chart["data"]!.AsArray().Select(trace => trace!)];

    internal static T[] Numbers<T>(this JsonNode? array) => [.. array!.AsArray().Select(number => number!.GetValue<T>())];

    internal static T?[][] Rows<T>(this JsonNode? rows)
        where T : struct => [.. rows!.AsArray().Select(row => row!.AsArray().Select(cell => cell?.GetValue<T>()).ToArray())];
}
