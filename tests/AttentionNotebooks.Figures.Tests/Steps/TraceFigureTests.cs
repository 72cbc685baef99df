using AngleSharp.Dom;
using MathNet.Numerics.LinearAlgebra;
using static AttentionNotebooks.Figures.Tests.Samples;

namespace AttentionNotebooks.Figures.Tests.Steps;

public sealed class TraceFigureTests
{
    private const double Rounding = 0.01;

    public static TheoryData<string, string> Rules()
    {
        TheoryData<string, string> rules = [];
        foreach (string score in new[] { "dot", "scaled", "additive", "bilinear" })
        {
            foreach (string normalisation in new[] { "softmax", "cold", "relu", "perKey", "sigmoid", "biased", "sparsemax" }) rules.Add(score, normalisation);
        }

        return rules;
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Example_OfEveryStep_ComputesWhatTheEngineComputed(string score, string normalisation)
    {
        AttentionTrace<double> trace = Head(score, normalisation).Trace(Input());
        (int key, int query) = Strongest(trace);
        IDocument document = Parse(trace);
        AssertExample(document, "Queries, keys and values", trace.Queries[0, query]);
        AssertExample(document, "Scores", trace.Scores[key, query]);
        AssertExample(document, "Weights", trace.Weights[key, query]);
        AssertExample(document, "Output", trace.Output[0, query]);
    }

    [Fact]
    public void Example_WithPositionsAndMask_ComputesWhatTheEngineComputed()
    {
        foreach (RotaryLayout layout in Enum.GetValues<RotaryLayout>())
        {
            SelfAttention<double> head = Head("scaled", "softmax").With(new RotaryPositions(layout: layout)).With(Alibi.WithSlopes(0.25));
            AttentionTrace<double> trace = head.Trace(Input(), mask: AttentionMask.Custom((key, query) => key < query));
            (int key, int query) = Strongest(trace);
            IDocument document = Parse(trace);
            AssertExample(document, "Rotary positions", trace.RotatedQueries![0, query]);
            AssertExample(document, "Scores", trace.Scores[key, query]);
            AssertExample(document, "Linear biases (ALiBi)", trace.BiasedScores![key, query]);
            AssertExample(document, "Weights", trace.Weights[key, query]);
            Assert.Contains("(a → a) = −∞", string.Join(' ', trace.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Example_InSinglePrecision_ComputesWhatTheEngineComputed()
    {
        AttentionTrace<float> trace = SelfAttention.Random<float>(3, 2, seed: 5).Trace(Input().Values.ToSingle());
        (int key, int query, float weight) = trace.Weights.Values.EnumerateIndexed().MaxBy(entry => entry.Item3);
        AssertExample(Parse(trace), "Weights", weight);
        AssertExample(Parse(trace), "Scores", trace.Scores[key, query]);
    }

    [Fact]
    public void Steps_OfATrace_ComeInTheOrderOfTheLesson()
    {
        SelfAttention<double> head = Head("scaled", "softmax");
        Assert.Equal(
            ["Step 1 · Input", "Step 2 · Queries, keys and values", "Step 3 · Scores", "Step 4 · Weights", "Step 5 · Output"], Titles(head.Trace(Input())));
        Assert.Equal(
            [
                "Step 1 · Input and source", "Step 2 · Queries, keys and values", "Step 3 · Rotary positions", "Step 4 · Scores",
                "Step 5 · Linear biases (ALiBi)", "Step 6 · Mask (causal)", "Step 7 · Weights", "Step 8 · Output",
            ],
            Titles(head.With(new RotaryPositions()).With(Alibi.WithSlopes(1)).Trace(Input(), Input(), AttentionMask.Causal)));

        static string[] Titles(AttentionTrace<double> trace) => [.. Parse(trace).QuerySelectorAll("summary strong").Select(title => title.TextContent)];
    }

    [Fact]
    public void Formula_NamesTheKindOfScoreAndNormalisation()
    {
        Assert.Contains("A = (KᵀQ) / √2", Head("scaled", "softmax").Trace(Input()).ToString(), StringComparison.Ordinal);
        Assert.Contains("A = KᵀWQ", Head("bilinear", "softmax").Trace(Input()).ToString(), StringComparison.Ordinal);
        Assert.Contains("A[i, j] = uᵀtanh(W₁qʲ + W₂kⁱ)", Head("additive", "softmax").Trace(Input()).ToString(), StringComparison.Ordinal);
        Assert.Contains("A′ = max(A, 0) / n", Head("dot", "perKey").Trace(Input()).ToString(), StringComparison.Ordinal);
        Assert.Contains("A′ = sigmoid(A − 1.5)", Head("dot", "biased").Trace(Input()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Example_WhereEveryKeyIsMasked_SaysThatTheWeightIsZero()
    {
        AttentionTrace<double> trace = Head("scaled", "sparsemax").Trace(Input(), mask: AttentionMask.Custom((_, _) => false));
        Assert.Equal(0, MathEvaluator.Of(Example(Parse(trace), "Weights")[^1]));
        Assert.DoesNotContain("NaN", trace.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_WithHostileTokens_ShowsThemAsTextOnly()
    {
        LabelledMatrix<double> input = new(Matrix(3, HostileTokens.Length, seed: 1), "Input", "I", columnLabels: HostileTokens);
        AttentionTrace<double> trace = SelfAttention.Random(3, 2, seed: 1).Trace(input);
        foreach (Displayable shown in Enumerable.Range(0, HostileTokens.Length).Select(trace.Token).Prepend<Displayable>(trace))
        {
            Assert.Empty(Parse(shown).QuerySelectorAll("img, [onerror]"));
            Assert.All(Parse(shown).QuerySelectorAll("script"), script => Assert.Contains(FigureScript.Text, script.TextContent, StringComparison.Ordinal));
            Assert.DoesNotContain(shown.ToString(), character => character is '\0' or '\u202E' or '\uD800');
        }
    }

    [Fact]
    public void MathMl_UsesElementsOfTheCoreOnly()
    {
        string[] core = ["math", "mrow", "mi", "mn", "mo", "mtext", "msub", "msup", "msubsup", "mfrac", "msqrt", "mover", "munder"];
        IDocument document = Parse(Head("additive", "sparsemax").With(new RotaryPositions()).Trace(Input()));
        Assert.All(document.QuerySelectorAll("math, math *"), element => Assert.Contains(element.LocalName, core));
    }

    private static LabelledMatrix<double> Input() => new(Matrix(3, 3, seed: 11), "Input", "I", columnLabels: ["a", "b", "c"]);

    private static (int Key, int Query) Strongest(AttentionTrace<double> trace)
    {
        (int key, int query, _) = trace.Weights.Values.EnumerateIndexed().MaxBy(entry => entry.Item3);
        return (key, query);
    }

    private static SelfAttention<double> Head(string score, string normalisation)
    {
        SelfAttention<double> head = SelfAttention.FromWeights(Matrix(2, 3, seed: 1), Matrix(2, 3, seed: 2), Matrix(2, 3, seed: 3));
        Score<double> rule = score switch
        {
            "dot" => Score.DotProduct(),
            "scaled" => Score.ScaledDotProduct(),
            "additive" => Score.Additive(Matrix(4, 2, seed: 4), Matrix(4, 2, seed: 5), Vector<double>.Build.Dense([1, -0.5, 0.75, 2])),
            _ => Score.Bilinear(Matrix(2, 2, seed: 6)),
        };
        return head.With(rule).With(normalisation switch
        {
            "softmax" => Normalisation.Softmax(),
            "cold" => Normalisation.Softmax(0.5),
            "relu" => Normalisation.Relu(),
            "perKey" => Normalisation.ReluPerKey(),
            "sigmoid" => Normalisation.Sigmoid(),
            "biased" => Normalisation.Sigmoid(-1.5),
            _ => Normalisation.Sparsemax(),
        });
    }

    private static void AssertExample(IDocument document, string step, double expected)
    {
        IElement[] pieces = Example(document, step);
        Assert.Equal(expected, MathEvaluator.Of(pieces[^1]), 0.00051 * Math.Max(1, Math.Abs(expected)));
        Assert.Equal(expected, MathEvaluator.Of(pieces[^2]), Rounding * Math.Max(1, Math.Abs(expected)));
    }

    private static IElement[] Example(IDocument document, string step) =>
        [.. document.QuerySelectorAll("details").First(details => details.QuerySelector("summary strong")?.TextContent.EndsWith($"· {step}", StringComparison.Ordinal) == true)
            .QuerySelectorAll($"[aria-label='{step} in numbers'] math")];
}
