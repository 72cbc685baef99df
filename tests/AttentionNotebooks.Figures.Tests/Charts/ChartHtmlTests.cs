using AngleSharp.Html.Parser;
using Plotly.NET;

namespace AttentionNotebooks.Figures.Tests.Charts;

public sealed class ChartHtmlTests
{
    private static readonly GenericChart Chart =
        Plotly.NET.CSharp.Chart.Heatmap<double, double, double, string>(zData: new[] { new[] { 1.0, 2 }, [3, 4] });

    [Fact]
    public void Of_WithLibrary_CarriesPlotlyOutOfReachOfModuleLoaders()
    {
        string[] scripts = Scripts(ChartHtml.Of(Chart, number: 1, withLibrary: true));
        Assert.Equal(2, scripts.Length);
        Assert.StartsWith("(function (define, module, exports) {", scripts[0]);
        Assert.EndsWith("}).call(window);", scripts[0]);
        Assert.Contains("plotly.js v2", scripts[0]);
    }

    [Fact]
    public void Of_WithoutLibrary_CarriesTheDataAlone() =>
        Assert.Contains("\"z\":[[1.0,2.0],[3.0,4.0]]", Assert.Single(Scripts(ChartHtml.Of(Chart, number: 2, withLibrary: false))));

    [Fact]
    public void Of_SameChart_IsTheSameButForItsNumber() =>
        Assert.Equal(
            ChartHtml.Of(Chart, number: 1, withLibrary: false).Replace("chart-1-", "chart-2-", StringComparison.Ordinal),
            ChartHtml.Of(Chart, number: 2, withLibrary: false));

    private static string[] Scripts(string html) => [.. new HtmlParser().ParseDocument(html).QuerySelectorAll("script").Select(script => script.TextContent)];
}
