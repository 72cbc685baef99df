using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests.WeightedSums;

public sealed class WeightedSumFigureTests
{
    private const int Token = 5;

    [Fact]
    public void Html_OfAToken_ShowsWeightsValuesAddendsAndTheSumSoFar()
    {
        TokenTrace<double> trace = Traces.Of(Traces.Head()).Token(Token);
        IElement body = Dom.Of(trace.WeightedSum());
        IElement[] rows = RowChartReading.Rows(body);
        Vector<double> sum = Vector<double>.Build.Dense(trace.Output.Values.Count);

        for (int key = 0; key < Traces.Words.Length; key++)
        {
            sum += trace.Addends.Values.Column(key);
            rows[key].AssertAmount(0, trace.Weights[key], trace.Weights.Values.Maximum());
            RowChartReading.AssertBars(body, key, 1, [.. trace.Values.Values.Column(key)]);
            RowChartReading.AssertBars(body, key, 2, [.. trace.Addends.Values.Column(key)]);
            RowChartReading.AssertBars(body, key, 3, [.. sum]);
        }

        RowChartReading.AssertBars(body, Traces.Words.Length, 3, [.. trace.Output.Values]);
        ShownNumber.AssertShows(1, rows[^1].Number(0));
    }

    [Fact]
    public void Html_OfALayer_ShowsEachHeadsShareOfTheOutput()
    {
        MultiHeadTrace<double> trace = Traces.Layer();
        IElement body = Dom.Of(trace.WeightedSum("bank"));
        IElement[] rows = RowChartReading.Rows(body);
        Vector<double> sum = Vector<double>.Build.Dense(8);

        for (int head = 0; head < 2; head++)
        {
            Vector<double> share = trace.Shares[head].Values.Column(Token);
            sum += share;
            rows[head].AssertAmount(0, share.L2Norm(), trace.Shares.Max(each => each.Values.Column(Token).L2Norm()));
            RowChartReading.AssertBars(body, head, 1, [.. trace.Heads[head].Output.Values.Column(Token)]);
            RowChartReading.AssertBars(body, head, 2, [.. share]);
            RowChartReading.AssertBars(body, head, 3, [.. sum]);
        }

        Assert.Equal("share Wo·b", body.QuerySelector("svg")!.QuerySelector("text:has(tspan)")!.TextContent);
        Assert.Equal(["-4", "4"], body.QuerySelector("svg")!.QuerySelectorAll("tspan").Select(part => part.GetAttribute("dy")));
        RowChartReading.AssertBars(body, 2, 3, [.. trace.Output.Values.Column(Token)]);
        ShownNumber.AssertShows(trace.Output.Values.Column(Token).L2Norm(), rows[2].Number(0));
        Assert.Equal(["Weighted sum of bank, token 5, head 0", "Weighted sum of bank, token 5, head 1"], body.Texts("details > summary")[1..]);
    }

    [Fact]
    public void Html_OfALayerWithABias_ShowsTheBiasAsAnAddendOfItsOwn()
    {
        MultiHeadTrace<double> trace = Traces.LayerWithBiases();
        WeightedSumFigure figure = trace.WeightedSum("bank");
        IElement body = Dom.Of(figure);
        IElement[] rows = RowChartReading.Rows(body);
        Vector<double> bias = trace.Attention.OutputBias!, output = trace.Output.Values.Column(Token);

        Assert.Equal(["head 0", "head 1", "bias", "output o"], rows.Select(row => row.Texts(":scope > text")[0]));
        ShownNumber.AssertShows(bias.L2Norm(), rows[2].Number(0));
        Assert.Empty(rows[2].Column(1).QuerySelectorAll("path[stroke-width]"));
        RowChartReading.AssertBars(body, 2, 2, [.. bias]);
        RowChartReading.AssertBars(body, 2, 3, [.. output]);
        RowChartReading.AssertBars(body, 3, 3, [.. output]);
        AssertRowsAddUp(body.QuerySelectorAll("details table")[1], output);
        Assert.Contains("bias ", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OfALayerWithoutABias_NamesNone() =>
        Assert.DoesNotContain("bias", Traces.Layer().WeightedSum("bank").ToHtml(), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Html_OfALongSentence_AddsTheRestInOneRow()
    {
        TokenTrace<double> trace = Traces.Long(64, 64).Token(63);
        WeightedSumFigure figure = trace.WeightedSum();
        IElement body = Dom.Of(figure);
        IElement[] rows = RowChartReading.Rows(body);

        Assert.Equal(TokenSum.GreatestKeys + 2, rows.Length);
        double rest = trace.Weights.Values.OrderDescending().Skip(TokenSum.GreatestKeys).Sum();
        ShownNumber.AssertShows(rest, rows[^2].Number(0));
        RowChartReading.AssertBars(body, rows.Length - 2, 3, [.. trace.Output.Values]);
        Assert.Contains("The 24 keys with the greatest weights of 64 have a row; the others share one.", body.Texts("small"));
        Assert.True(figure.ToHtml().Length < 150 * 1024, $"{figure.ToHtml().Length} characters");
    }

    [Fact]
    public void Html_OfTwelveHeads_StaysWithinItsBudget()
    {
        MultiHeadTrace<double> trace = MultiHeadAttention.Random(96, 12, seed: 5).Trace(Traces.Long(64, 96).Input);
        string html = trace.WeightedSum(5).ToHtml();

        Assert.Contains("The weighted sums of the first 2 of 12 heads are shown", html);
        Assert.True(html.Length < 150 * 1024, $"{html.Length} characters");
    }

    [Fact]
    public void Html_OfACausalFirstToken_TakesNothingFromLaterKeys()
    {
        IElement[] rows = RowChartReading.Rows(Dom.Of(Traces.Of(Traces.Head(), AttentionMask.Causal).Token(0).WeightedSum()));

        Assert.Equal(["1", "0", "0", "0", "0", "0", "1"], rows.Select(row => row.Number(0)));
    }

    [Fact]
    public void WeightedSum_OfWhatIsNotThere_NamesTheArgument()
    {
        Assert.Throws<ArgumentOutOfRangeException>("token", () => Traces.Layer().WeightedSum(6));
        Assert.Throws<ArgumentException>("token", () => Traces.Layer().WeightedSum("lake"));
    }

    /// <summary>The columns of a table of addends, one of them a head's share or the bias, sum up to the output, as exactly as they are shown.</summary>
    private static void AssertRowsAddUp(IElement table, Vector<double> output)
    {
        ShownNumber[][] rows = [.. table.Cells().Select(row => row.Select(ShownNumber.Parse).ToArray())];
        Assert.Equal(output.Count, rows.Length);
        for (int entry = 0; entry < rows.Length; entry++)
            Assert.Equal(output[entry], rows[entry].Sum(number => number.Value), rows[entry].Sum(number => number.Rounding) + 1e-9);
    }
}
