using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;
using Plotly.NET;

namespace AttentionNotebooks.Figures.Tests;

/// <summary>Tokens with markup, quotes, other directions, piles of marks, NUL and 10,000 characters, in every figure and chart.</summary>
public sealed class HostileTokensTests
{
    private static readonly string[] Tokens = Examples.HostileLabels;

    private static readonly Dictionary<string, Func<Displayable>> Figures = new()
    {
        ["sentence"] = () => new Sentence(Tokens),
        ["matrix"] = () => Head().Scores,
        ["vector"] = () => Head().Token(0).Weights,
        ["heatmap"] = () => Layer().Map.Heatmap().WithColumnSums().OrderedBy(HeadOrder.Similarity),
        ["head view"] = () => Layer().Map.HeadView(),
        ["head view of a pair"] = () => Layer().Map.HeadView(pair: new SentencePair(4)),
        ["model view"] = () => Layer().Map.ModelView(),
        ["neuron pair"] = () => Head().NeuronView(key: 0, query: 10),
        ["neuron strip"] = () => Head().NeuronView(query: 10),
        ["weighted sum"] = () => Head().Token(10).WeightedSum(),
        ["weighted sum of a layer"] = () => Layer().WeightedSum(10),
        ["steps"] = () => Head().Steps(),
        ["steps of a token"] = () => Head().Token(10).Steps(),
        ["steps of a layer"] = () => Layer().Steps(),
        ["rollout"] = () => Layer().Map.Rollout().Heatmap(),
        ["flow"] = () => Layer().Map.Flow().Heatmap(),
        ["difference"] = () => Layer().Map.Minus(Layer(AttentionMask.Causal).Map).Figure(),
        ["statistics"] = () => Layer().Map.Statistics().Figure(),
        ["merged words"] = () => Layer().Map.MergeWords([.. Enumerable.Range(0, Tokens.Length / 2).Select(word => (2 * word)..((2 * word) + 2))]).Heatmap(),
        ["gradients"] = () => Head().Backward(Head().Output),
        ["gradients of a layer"] = () => Layer().Backward(Layer().Output),
        ["gradient check"] = () => GradientCheck.Of(Head(), Loss.SquaredError(Head().Output.Values + 1), AttentionQuantity.Weights),
        ["film"] = () => new AttentionFilm([new(0, Layer().Map), new(1, Layer(AttentionMask.Causal).Map)]),
        ["generation"] = () => Layer(AttentionMask.Causal).Map.Generation(),
    };

    private static readonly Dictionary<string, Func<GenericChart>> Charts = new()
    {
        ["head"] = () => Layer().Map.Chart(0),
        ["heads"] = () => Layer().Map.HeadsChart(),
        ["head grid"] = () => Layer().Map.HeadGridChart(),
        ["layers"] = () => Layer().Map.LayersChart(0),
        ["scores"] = () => Head().ScoreSurface(),
        ["tokens"] = () => Head().TokenScatter(),
    };

    public static TheoryData<string> FigureNames => [.. Figures.Keys];

    public static TheoryData<string> ChartNames => [.. Charts.Keys];

    [Theory]
    [MemberData(nameof(FigureNames))]
    public void Figure_OfHostileTokens_IsTextAndNothingElse(string name)
    {
        Displayable figure = Figures[name]();

        IElement body = Dom.Of(figure);

        Assert.DoesNotContain(body.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.All(body.QuerySelectorAll("img, image"), image => Assert.StartsWith("data:image/png", image.GetAttribute("src") ?? image.GetAttribute("href")));
        Assert.DoesNotContain(body.QuerySelectorAll("*").SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(body.TextContent, IsHarmful);
        Assert.DoesNotContain(body.QuerySelectorAll("*").SelectMany(element => element.Attributes), attribute => attribute.Value.Any(IsHarmful));
        Assert.DoesNotContain(figure.ToString()!, IsHarmful);
        Assert.InRange(figure.ToHtml().Length, 1, 1_000_000);
    }

    [Theory]
    [MemberData(nameof(FigureNames))]
    public void Figure_OfALongToken_ShowsNoMoreThanFits(string name) =>
        Assert.DoesNotContain(new string('x', 200), ShownText(Dom.Of(Figures[name]())), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(ChartNames))]
    public void Chart_OfHostileTokens_CarriesThemAsData(string name)
    {
        string html = ChartHtml.Of(Charts[name](), number: 1, withLibrary: false);

        string script = Assert.Single(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelectorAll("script")).TextContent;
        Assert.EndsWith("})();", script.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("<", script.Split("figure = ")[1].Split(", layout = figure.layout")[0], StringComparison.Ordinal);
        Assert.DoesNotContain(html, IsHarmful);
        Assert.DoesNotContain(new string('x', 200), html, StringComparison.Ordinal);
    }

    /// <summary>What is seen without pointing at anything.</summary>
    private static string ShownText(IElement body)
    {
        foreach (IElement tooltip in body.QuerySelectorAll("title, desc, script").ToArray()) tooltip.Remove();
        return body.TextContent;
    }

    private static bool IsHarmful(char character) => character is '\0' or '\u001B' or '\u202E';

    private static AttentionTrace<double> Head() => Traces.Head().Trace(Traces.Input(Tokens));

    private static MultiHeadTrace<double> Layer(AttentionMask? mask = null) => MultiHeadAttention.Random(8, 2, seed: 5).Trace(Traces.Input(Tokens), mask: mask);
}
