using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Neurons;

public sealed class NeuronStripFigureTests
{
    private const int Query = 5;

    [Fact]
    public void Html_OfAQuery_ShowsProductsScoreAndWeightOfEachKey()
    {
        AttentionTrace<double> trace = Traces.Of(Traces.Head());
        IElement body = Dom.Of(trace.NeuronView(Query));
        IElement[] rows = RowChartReading.Rows(body);

        Assert.Equal(6, rows.Length);
        for (int key = 0; key < rows.Length; key++)
        {
            RowChartReading.AssertBars(body, key, 0, [.. trace.Queries.Values.Column(Query).PointwiseMultiply(trace.Keys.Values.Column(key))]);
            ShownNumber.AssertShows(trace.Scores[key, Query], rows[key].Number(1));
            rows[key].AssertAmount(2, trace.Weights[key, Query], trace.Weights.Values.Column(Query).Maximum());
            Assert.StartsWith($"key {Traces.Words[key]}: score", rows[key].GetAttribute("aria-label"));
        }
    }

    [Fact]
    public void Html_RowAndNumbersOfAKey_AreSelectedTogether()
    {
        IElement body = Dom.Of(Traces.Of(Traces.Head()).NeuronView("bank"));

        IElement row = body.One("[data-select=k4]");
        Assert.Equal("0", row.GetAttribute("tabindex"));
        Assert.Equal(["g", "details"], body.QuerySelectorAll("[data-for=k4]").Select(element => element.LocalName));
        Assert.Equal(row.GetAttribute("aria-label"), body.One("details[data-for=k4] summary").TextContent);
    }

    [Fact]
    public void Html_OfALongSentence_IsSmallAndSaysWhatItLeavesOut()
    {
        AttentionTrace<double> trace = Traces.Long(64, 64);
        NeuronStripFigure figure = trace.NeuronView(63);
        IElement body = Dom.Of(figure);

        int[] shown = [.. body.QuerySelectorAll("[data-select]").Select(row => int.Parse(row.GetAttribute("data-select")![1..]))];
        Assert.Equal(NeuronStripFigure.GreatestKeys, shown.Length);
        Assert.Equal(Enumerable.Range(0, 64).OrderByDescending(key => trace.Weights[key, 63]).Take(shown.Length).Order(), shown);
        Assert.Contains("Only the 32 keys with the greatest weights of 64 have a strip.", body.Texts("small"));
        Assert.Contains("16 products of 4 keys are told in numbers; trace.NeuronView(key, query) tells more.", body.Texts("small"));
        Assert.True(figure.ToHtml().Length < 150 * 1024, $"{figure.ToHtml().Length} characters");
    }

    [Fact]
    public void Html_OfHostileTokens_ShowsThemAsText()
    {
        IElement body = Dom.Of(Traces.Head().Trace(Traces.Input(Examples.HostileLabels)).NeuronView(0));

        Assert.Empty(body.QuerySelectorAll("img, [onerror], [onmouseover]"));
        Assert.Single(body.QuerySelectorAll("script"));
    }
}
