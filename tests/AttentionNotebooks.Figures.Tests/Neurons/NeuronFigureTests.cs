using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests.Neurons;

public sealed class NeuronFigureTests
{
    private const int Key = 4;
    private const int Query = 5;

    public static TheoryData<string> Kinds => new() { "scaled", "dot", "bilinear", "additive", "rotary", "alibi", "causal" };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Html_OfAnyScore_ShowsFactorsProductsAndTheEnginesScore(string kind)
    {
        AttentionTrace<double> trace = Trace(kind);
        (Vector<double> left, Vector<double> right) = Factors(trace, kind);
        IElement body = Dom.Of(trace.NeuronView(Key, Query));

        string[][] rows = body.Cells();
        Assert.Equal(left.Count, rows.Length);
        for (int feature = 0; feature < rows.Length; feature++)
        {
            ShownNumber.AssertShows(left[feature], rows[feature][0]);
            ShownNumber.AssertShows(right[feature], rows[feature][1]);
            ShownNumber.AssertShows(left[feature] * right[feature], rows[feature][2]);
        }

        double sum = left.DotProduct(right);
        ShownNumber.AssertShows(sum, Total(body, "sum of the products"));
        ShownNumber.AssertShows(trace.Scores[Key, Query], Total(body, "score α"));
        ShownNumber.AssertShows(trace.Weights[Key, Query], Total(body, "weight α′"));
        Assert.Equal(trace.Scores[Key, Query], kind is "dot" or "bilinear" or "additive" ? sum : sum / 2, 1e-12);
    }

    [Fact]
    public void Html_OfBiasedAndMaskedScores_ShowsWhatBecomesOfThem()
    {
        AttentionTrace<double> biased = Trace("alibi"), masked = Trace("causal");

        ShownNumber.AssertShows(biased.BiasedScores![Key, Query], Total(Dom.Of(biased.NeuronView(Key, Query)), "with its linear bias"));
        Assert.Equal("−∞", Total(Dom.Of(masked.NeuronView(key: 5, query: 4)), "with the mask"));
    }

    [Fact]
    public void Html_Bars_AreAsLongAsTheNumbersBesideThem()
    {
        IElement[] cells = [.. Dom.Of(Trace("dot").NeuronView(Key, Query)).QuerySelectorAll("tbody td:last-child")];
        double[] products = [.. cells.Select(cell => ShownNumber.Parse(cell.TextContent).Value)];
        double max = products.Max(Math.Abs);

        Assert.All(cells.Zip(products), pair =>
        {
            string path = pair.First.QuerySelectorAll("path")[^1].GetAttribute("d")!;
            Assert.Equal(pair.Second / max * SignedBar.Reach, double.Parse(path.Split('h')[1], System.Globalization.CultureInfo.InvariantCulture), 0.1);
        });
    }

    [Fact]
    public void NeuronView_ByLabels_IsThatByIndices()
    {
        AttentionTrace<double> trace = Trace("scaled");

        Assert.Equal(trace.NeuronView(Key, Query).ToHtml(), trace.NeuronView("river", "bank").ToHtml());
        Assert.Contains("key river, query bank", trace.NeuronView("river", "bank").ToString());
    }

    [Fact]
    public void NeuronView_OfWhatIsNotThere_NamesTheArgument()
    {
        AttentionTrace<double> trace = Trace("scaled");

        Assert.Throws<ArgumentOutOfRangeException>("key", () => trace.NeuronView(6, 0));
        Assert.Throws<ArgumentOutOfRangeException>("query", () => trace.NeuronView(0, -1));
        Assert.Throws<ArgumentException>("key", () => trace.NeuronView("lake", "bank"));
        Assert.Throws<ArgumentException>("query", () => trace.NeuronView("river", "lake"));
    }

    [Fact]
    public void Of_PlainVectors_ShowsTheirScore()
    {
        Vector<float> query = Vector<float>.Build.Dense([1.5f, -2, 0.25f]), key = Vector<float>.Build.Dense([2, 0.5f, -4]);
        IElement body = Dom.Of(NeuronFigure.Of(query, key));

        ShownNumber.AssertShows(Score.ScaledDotProduct<float>().Of(query, key), Total(body, "score α"));
        ShownNumber.AssertShows(Math.Sqrt(3), Total(body, "divided by √3"));
        Assert.Throws<ArgumentException>(() => NeuronFigure.Of(query, Vector<float>.Build.Dense(2)));
        Assert.Throws<ArgumentException>("query", () => NeuronFigure.Of(Vector<float>.Build.Dense(3, float.NaN), key));
    }

    [Fact]
    public void Html_OfManyFeatures_ShowsTheGreatestProductsAndTheSumOfTheRest()
    {
        Vector<double> query = Examples.Random(100, 1).Column(0), key = Examples.Random(100, 1, seed: 2).Column(0);
        double[] products = [.. query.Zip(key, (q, k) => q * k)];
        IElement body = Dom.Of(NeuronFigure.Of(query, key, Score.DotProduct()));

        int[] shown = [.. body.Texts("tbody th").Select(int.Parse)];
        Assert.Equal(NeuronTable.GreatestLength, shown.Length);
        Assert.True(shown.Min(feature => Math.Abs(products[feature])) >= products.Where((_, feature) => !shown.Contains(feature)).Max(Math.Abs));
        ShownNumber.AssertShows(products.Where((_, feature) => !shown.Contains(feature)).Sum(), Total(body, "36 weaker features"));
    }

    private static string Total(IElement body, string name) =>
        Assert.Single(body.QuerySelectorAll("tfoot tr"), row => row.One("th").TextContent == name).One("td").TextContent;

    private static AttentionTrace<double> Trace(string kind)
    {
        SelfAttention<double> head = Traces.Head();
        return kind switch
        {
            "dot" => Traces.Of(head.With(Score.DotProduct())),
            "bilinear" => Traces.Of(head.With(Score.Bilinear(Examples.Random(4, 4, seed: 7)))),
            "additive" => Traces.Of(head.With(Score.Additive(Examples.Random(3, 4, seed: 7), Examples.Random(3, 4, seed: 8), Examples.Random(3, 1, seed: 9).Column(0)))),
            "rotary" => Traces.Of(head.With(new RotaryPositions())),
            "alibi" => Traces.Of(head.With(Alibi.WithSlopes(0.5))),
            "causal" => Traces.Of(head, AttentionMask.Causal),
            _ => Traces.Of(head),
        };
    }

    private static (Vector<double> Left, Vector<double> Right) Factors(AttentionTrace<double> trace, string kind)
    {
        Vector<double> q = (trace.RotatedQueries ?? trace.Queries).Values.Column(Query), k = (trace.RotatedKeys ?? trace.Keys).Values.Column(Key);
        return kind switch
        {
            "bilinear" => (Examples.Random(4, 4, seed: 7) * q, k),
            "additive" => (Examples.Random(3, 1, seed: 9).Column(0), ((Examples.Random(3, 4, seed: 7) * q) + (Examples.Random(3, 4, seed: 8) * k)).Map(Math.Tanh)),
            _ => (q, k),
        };
    }
}
