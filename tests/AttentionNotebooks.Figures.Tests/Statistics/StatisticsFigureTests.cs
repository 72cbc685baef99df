using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Statistics;

public sealed class StatisticsFigureTests
{
    [Fact]
    public void Table_OfAnyMap_ShowsEveryNumberOfTheEngineWithItsBar()
    {
        HeadStatistics statistics = Maps.Uniform(2, 3, 5, labels: ["a", "b", ",", "c", "."]).Statistics();

        IElement figure = Dom.Of(statistics);

        IElement[] rows = [.. figure.QuerySelectorAll("tbody tr")];
        Assert.Equal(6, rows.Length);
        foreach ((HeadProfile head, IElement row) in statistics.Heads.Zip(rows))
        {
            Assert.Equal([$"{head.Layer}", $"{head.Head}"], row.Texts("th"));
            double?[] numbers = [head.Entropy, head.Distance, head.Self, head.Previous, head.Next, head.First, head.Punctuation];
            double farthest = statistics.Heads.Max(each => each.Distance!.Value);
            double[] full = [Math.Log2(5), farthest, 1, 1, 1, 1, 1];
            string[] texts = row.Texts("td");
            IElement[] bars = [.. row.QuerySelectorAll("svg rect:last-child")];
            for (int place = 0; place < numbers.Length; place++)
            {
                ShownNumber.AssertShows(numbers[place]!.Value, texts[place]);
                double width = double.Parse(bars[place].GetAttribute("width")!, System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal(numbers[place]!.Value / full[place], width / 56, 0.001);
            }
        }
    }

    [Fact]
    public void Table_OfUnlabelledCrossAttention_SaysWhatIsMissingAndWhy()
    {
        HeadStatistics statistics = Maps.Uniform(1, 1, 4, 3).Statistics();
        IElement figure = Dom.Of(statistics);
        Assert.Equal([false, true, true, true, true, false, true], figure.Texts("tbody td").Select(text => text == "–"));
        Assert.Equal(2, figure.Texts("p").Length);
        Assert.Contains("cross-attention", statistics.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OfMoreHeadsThanItShows_SaysSo()
    {
        IElement figure = Dom.Of(Maps.Uniform(3, 70, 2, labels: ["a", "b"]).Statistics().Figure());
        Assert.Equal(200, figure.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("first 200 of 210 heads", Assert.Single(figure.Texts("p")), StringComparison.Ordinal);
    }
}
