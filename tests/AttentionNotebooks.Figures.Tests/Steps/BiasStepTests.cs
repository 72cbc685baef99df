using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests.Steps;

/// <summary>Where a projection has a bias, and only there, formulas, shapes, worked numbers and matrices tell of it.</summary>
public sealed class BiasStepTests
{
    private const string Projections = "Queries, keys and values", Ones = "1ᵀ is a row of ones";

    private static readonly Vector<double> Four = Vector<double>.Build.Dense([0.5, -1.25, 2, 0.125]);

    public static TheoryData<string, string> Parts => new()
    {
        { "Query", "Q = W^q·I + b^q·1ᵀ" },
        { "Key", "K = W^k·I + b^k·1ᵀ" },
        { "Value", "V = W^v·I + b^v·1ᵀ" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Step_OfOneBias_ShowsThatOneOnly(string part, string formula)
    {
        AttentionTrace<double> trace = Traces.Of(Traces.Head().With(Biases(part)));
        string text = trace.ToString();

        Assert.Contains(formula, text, StringComparison.Ordinal);
        Assert.Contains($"{formula[0]}: 4×6 = 4×8 · 8×6 + 4×1 · 1×6", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.Contains("·1ᵀ", StringComparison.Ordinal));
        Assert.Contains(Ones, text, StringComparison.Ordinal);
        Assert.Equal([$"{part} bias"], Captions(Dom.Of(trace)));
    }

    [Fact]
    public void Steps_WithoutBiases_TellOfNone()
    {
        foreach (Displayable figure in new Displayable[] { Traces.Of(Traces.Head()), Traces.Layer() })
        {
            Assert.DoesNotContain("1ᵀ", figure.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("bias", figure.ToHtml(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Example_OfAQueryWithABias_AddsUpToTheQuery()
    {
        AttentionTrace<double> trace = Traces.Of(Traces.Head().With(Biases("Query")));
        (_, int query, _) = trace.Weights.Values.EnumerateIndexed().MaxBy(entry => entry.Item3);

        IElement[] pieces = Example(Dom.Of(trace), Projections);
        Assert.EndsWith("+0.500", pieces[^2].TextContent, StringComparison.Ordinal);
        Assert.Equal(trace.Queries[0, query], MathEvaluator.Of(pieces[^1]), 5.1e-4);
    }

    [Fact]
    public void Example_OfAFewFeatures_ComputesTheQueryFromEveryAddend()
    {
        SelfAttention<double> head = Traces.Head(features: 3).With(Biases("Query"));
        AttentionTrace<double> trace = head.Trace(Traces.Input(Traces.Words, features: 3));

        IElement[] pieces = Example(Dom.Of(trace), Projections);
        Assert.Equal(MathEvaluator.Of(pieces[^1]), MathEvaluator.Of(pieces[^2]), 0.01);
    }

    [Fact]
    public void Examples_OfALayer_ComputeTheOutputFromStackSharesAndBias()
    {
        MultiHeadTrace<double> trace = Layer(Vector<double>.Build.Dense([-1.5, 1, 2, 3, 4, 5, 6, 7]));
        IElement body = Dom.Of(trace);

        foreach (string step in new[] { "Output", "Each head's share" })
        {
            IElement[] pieces = Example(body, step);
            Assert.EndsWith("+(−1.500)", pieces[^2].TextContent, StringComparison.Ordinal);
            Assert.Equal(trace.Output[0, 0], MathEvaluator.Of(pieces[^1]), 5.1e-4);
            Assert.Equal(trace.Output[0, 0], MathEvaluator.Of(pieces[^2]), 0.01);
        }
    }

    [Fact]
    public void Steps_OfALayerWithABias_NameItInFormulasShapesAndMatrices()
    {
        MultiHeadTrace<double> trace = Layer(Vector<double>.Build.Dense(8, 0.25));
        string text = trace.ToString();

        Assert.Contains("O = W^o·[O^0; O^1] + b^o·1ᵀ", text, StringComparison.Ordinal);
        Assert.Contains("O = Σ[h] W^o[h]·O^h + b^o·1ᵀ", text, StringComparison.Ordinal);
        Assert.Contains("O: 8×6 = 8×4 · 4×6 + 8×1 · 1×6", text, StringComparison.Ordinal);
        Assert.Contains("an addend a head, and the bias:", text, StringComparison.Ordinal);
        Assert.Equal(["Output bias"], Captions(Dom.Of(trace)));
    }

    [Fact]
    public void Matrices_OfALayerWithEveryBias_ShowTheBiasesOfTheirHeads()
    {
        MultiHeadTrace<double> trace = Traces.LayerWithBiases();
        IElement body = Dom.Of(trace);

        Assert.Equal(["Output bias", .. Three, .. Three], Captions(body));
        IElement table = body.QuerySelectorAll("table").Last(one => Caption(one) == "Value bias");
        Vector<double> bias = trace.Heads[1].Attention.ValueBias!;
        Assert.All(table.Cells().Select((row, index) => (Text: row[0], Entry: bias[index])), cell => ShownNumber.AssertShows(cell.Entry, cell.Text));
    }

    private static string[] Three => ["Query bias", "Key bias", "Value bias"];

    private static ProjectionBiases<double> Biases(string part) => part switch
    {
        "Query" => new() { Query = Four },
        "Key" => new() { Key = Four },
        _ => new() { Value = Four },
    };

    private static MultiHeadTrace<double> Layer(Vector<double> bias) =>
        MultiHeadAttention.Random(8, 2, seed: 1, headSize: 2).WithOutputBias(bias).Trace(Traces.Input(Traces.Words));

    private static string[] Captions(IElement body) =>
        [.. body.QuerySelectorAll("table").Select(Caption).Where(caption => caption.EndsWith(" bias", StringComparison.Ordinal))];

    private static string Caption(IElement table) => table.QuerySelector("caption b")?.TextContent.Replace('\u00A0', ' ') ?? "";

    private static IElement[] Example(IElement body, string step) =>
        [.. body.QuerySelectorAll("[aria-label]").First(box => box.GetAttribute("aria-label") == $"{step} in numbers").QuerySelectorAll("math")];
}
