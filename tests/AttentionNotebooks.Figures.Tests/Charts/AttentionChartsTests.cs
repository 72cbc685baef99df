using System.Text.Json.Nodes;
using AttentionNotebooks.Figures.Tests.Reading;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests.Charts;

public sealed class AttentionChartsTests
{
    private static readonly string[] Keys = ["the", "cat", "the"];

    private static readonly string[] Queries = ["<b>", "$x$"];

    /// <summary>Three layers of two heads; no two weights are alike.</summary>
    private static readonly AttentionMap Map = new(
        [.. Enumerable.Range(0, 3).Select(layer => Enumerable.Range(0, 2).Select(head => Weights((10 * layer) + head + 1)).ToArray())], Keys, Queries);

    [Fact]
    public void Chart_OneHead_CarriesItsWeightsRowByRow()
    {
        JsonNode trace = Assert.Single(ChartData.Of(Map.Chart(head: 1, layer: 2)).Traces());
        AssertShows(Map[2, 1], trace);
    }

    [Fact]
    public void Chart_NoLayerGiven_ShowsTheFirstOfTheMap() =>
        AssertShows(Map[1, 0], Assert.Single(ChartData.Of(Map.Layer(1).Chart(head: 0)).Traces()));

    [Fact]
    public void Chart_HeadTakenFromAMap_KeepsItsNumberInTheTitle()
    {
        JsonObject chart = ChartData.Of(Map.Layer(2).Head(1).Chart(head: 1));
        Assert.Equal("Attention weights: layer 2, head 1", chart["layout"]!["title"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void Chart_TokensThatAreAlike_HavePlacesOfTheirOwn()
    {
        JsonNode axis = ChartData.Of(Map.Chart(0))["layout"]!["yaxis"]!;
        Assert.Equal("category", axis["type"]!.GetValue<string>());
        Assert.Equal(["0", "1", "2"], Assert.Single(ChartData.Of(Map.Chart(0)).Traces())["y"].Numbers<string>());
        Assert.Equal(["the", "cat", "the"], Enumerable.Range(0, 3).Select(place => axis["labelalias"]![$"{place}"]!.GetValue<string>()));
    }

    [Fact]
    public void Chart_KeyAxis_RunsDownwards() =>
        Assert.Equal([2.5, -0.5], ChartData.Of(Map.Chart(0))["layout"]!["yaxis"]!["range"].Numbers<double>());

    [Fact]
    public void Chart_TokensWithMarkup_AreEscapedForPlotly() =>
        Assert.Equal(["&lt;b&gt;", "&#36;x&#36;"], ChartData.Of(Map.Chart(0))["layout"]!["xaxis"]!["labelalias"]!.AsObject().Select(label => label.Value!.GetValue<string>()));

    [Fact]
    public void Chart_LongMap_ShowsTheGreatestOfEachBinAndSaysSo()
    {
        Matrix<double> weights = Examples.Random(300, 300).PointwiseAbs();
        JsonObject chart = ChartData.Of(AttentionMap.Of(weights).Chart(0));
        double?[][] cells = Assert.Single(chart.Traces())["z"].Rows<double>();
        Assert.Equal((100, 100), (cells.Length, cells[0].Length));
        Assert.Equal(weights.SubMatrix(3, 3, 6, 3).Enumerate().Max(), cells[1][2]);
        Assert.Contains("3 keys × 3 queries", chart["layout"]!["annotations"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void Chart_LongMap_ToldInLinesThatATelephoneShows()
    {
        JsonNode layout = ChartData.Of(Maps.Uniform(1, 1, 300).Chart(0))["layout"]!;
        string[] lines = layout["annotations"]![0]!["text"]!.GetValue<string>().Split("<br>");
        Assert.InRange(lines.Length, 2, 6);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 44));
        Assert.InRange(layout["height"]!.GetValue<int>(), 400, 800);
    }

    [Fact]
    public void Chart_UnknownHead_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Map.Chart(head: 2));

    [Fact]
    public void HeadsChart_DropDown_ShowsOneHeadAtATimeOnOneScale()
    {
        JsonObject chart = ChartData.Of(Map.HeadsChart(layer: 1));
        AssertChoices(chart, chart["layout"]!["updatemenus"]![0]!["buttons"]!.AsArray(), ["head 0", "head 1"], [Map[1, 0], Map[1, 1]]);
    }

    [Fact]
    public void LayersChart_Slider_ShowsOneLayerAtATimeOnOneScale()
    {
        JsonObject chart = ChartData.Of(Map.LayersChart(head: 1));
        AssertChoices(chart, chart["layout"]!["sliders"]![0]!["steps"]!.AsArray(), ["0", "1", "2"], [Map[0, 1], Map[1, 1], Map[2, 1]]);
    }

    [Fact]
    public void HeadGridChart_EachHead_HasAxesOfItsOwnAndTheColoursOfAll()
    {
        JsonObject chart = ChartData.Of(Map.HeadGridChart(layer: 2));
        JsonNode[] traces = chart.Traces();
        for (int head = 0; head < 2; head++) AssertShows(Map[2, head], traces[head]);
        Assert.Equal(["x", "x2"], traces.Select(trace => trace["xaxis"]!.GetValue<string>()));
        Assert.Equal(["layer 2, head 0", "layer 2, head 1"], chart["layout"]!["annotations"]!.AsArray().Select(note => note!["text"]!.GetValue<string>()));
        Assert.Equal("x", chart["layout"]!["xaxis2"]!["matches"]!.GetValue<string>());
        Assert.Equal(Map[2, 1].Enumerate().Max(), chart["layout"]!["coloraxis"]!["cmax"]!.GetValue<double>());
    }

    [Fact]
    public void HeadGridChart_OfTwelveLargeHeads_BinsToItsBudgetAndSaysSo()
    {
        AttentionMap map = Maps.Uniform(1, 12, 128);
        JsonObject chart = ChartData.Of(map.HeadGridChart());
        double?[][] cells = chart.Traces()[7]["z"].Rows<double>();
        Assert.Equal((64, 64), (cells.Length, cells[0].Length));
        Assert.Equal(map[0, 7].SubMatrix(6, 2, 10, 2).Enumerate().Max(), cells[3][5]);
        Assert.Contains(chart["layout"]!["annotations"]!.AsArray(), note => note!["text"]!.GetValue<string>().Contains("2 keys × 2 queries", StringComparison.Ordinal));
        Assert.InRange(chart.ToJsonString().Length, 0, 2_500_000);
    }

    private static Matrix<double> Weights(int start) => Matrix<double>.Build.Dense(3, 2, (key, query) => start + (0.1 * key) + (0.01 * query));

    private static void AssertShows(Matrix<double> weights, JsonNode trace)
    {
        Assert.Equal("heatmap", trace["type"]!.GetValue<string>());
        Assert.Equal("coloraxis", trace["coloraxis"]!.GetValue<string>());
        Assert.Equal(weights.ToRowArrays().Select(row => row.Select(weight => (double?)weight)), trace["z"].Rows<double>());
    }

    private static void AssertChoices(JsonObject chart, JsonArray choices, string[] labels, Matrix<double>[] weights)
    {
        JsonNode[] traces = chart.Traces();
        Assert.Equal(labels, choices.Select(choice => choice!["label"]!.GetValue<string>()));
        Assert.Equal(weights.Max(head => head.Enumerate().Max()), chart["layout"]!["coloraxis"]!["cmax"]!.GetValue<double>());
        for (int index = 0; index < weights.Length; index++)
        {
            AssertShows(weights[index], traces[index]);
            Assert.Equal(index == 0, traces[index]["visible"]!.GetValue<bool>());
            Assert.Equal(Enumerable.Range(0, weights.Length).Select(other => other == index), choices[index]!["args"]![0]!["visible"].Numbers<bool>());
            Assert.Equal($"Attention weights: {traces[index]["name"]}", choices[index]!["args"]![1]!["title.text"]!.GetValue<string>());
        }
    }
}
