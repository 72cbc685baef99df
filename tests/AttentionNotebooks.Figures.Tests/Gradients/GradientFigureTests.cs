using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Figures.Tests.Gradients;

public sealed class GradientFigureTests
{
    private static readonly Matrix<double> Target = Examples.Random(4, 6, seed: 8);

    public static TheoryData<string, int> Heads => new() { { "plain", 10 }, { "scaled", 10 }, { "rotary", 12 }, { "additive", 13 }, { "bilinear", 11 }, { "cross", 11 }, { "biases", 13 } };

    [Theory]
    [MemberData(nameof(Heads))]
    public void Steps_OfAHead_ShowEachMatrixBesideItsGradient(string name, int count)
    {
        AttentionTraceGradients<double> gradients = Backward(Trace(name));
        IElement[] steps = Steps(Dom.Of(gradients));

        Assert.Equal(count, steps.Length);
        foreach (IElement step in steps)
        {
            IElement[] tables = [.. step.QuerySelectorAll("table")];
            Assert.Equal(2, tables.Length);
            Assert.Equal(Labels(tables[0]), Labels(tables[1]));
            Assert.StartsWith("Gradient of ", tables[1].QuerySelector("b")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Numbers_InAStep_AreThoseOfTheEngine()
    {
        AttentionTraceGradients<double> gradients = Backward(Trace("plain"));
        IElement[] steps = Steps(Dom.Of(gradients));
        AssertTable(gradients.Trace.Weights, steps[2].QuerySelectorAll("table")[0]);
        AssertTable(gradients.Weights, steps[2].QuerySelectorAll("table")[1]);
        AssertTable(gradients.Trace.Attention.QueryWeights, steps[6].QuerySelectorAll("table")[0]);
        AssertTable(gradients.QueryWeights, steps[6].QuerySelectorAll("table")[1]);
    }

    [Fact]
    public void Formulas_OfTheSteps_AreTheChainRule()
    {
        string[] scaled = Text(Backward(Trace("scaled")));
        Assert.Contains("Step 2 · Values   dL/dV = dL/dO·A′ᵀ   4×6", scaled);
        Assert.Contains("Step 3 · Weights   dL/dA′ = Vᵀ·dL/dO   6×6", scaled);
        Assert.Contains("dL/dA[i, j] = A′[i, j]·(dL/dA′[i, j] − Σ[m] A′[m, j]·dL/dA′[m, j])", scaled);
        Assert.Contains("Step 5 · Queries   dL/dQ = (K·dL/dA) / √4   4×6", scaled);
        Assert.Contains("Step 6 · Keys   dL/dK = (Q·(dL/dA)ᵀ) / √4   4×6", scaled);
        Assert.Contains("Step 7 · Query weights   dL/dW^q = dL/dQ·Iᵀ   4×8", scaled);
        Assert.Contains("Step 10 · Input   dL/dI = (W^q)ᵀ·dL/dQ + (W^k)ᵀ·dL/dK + (W^v)ᵀ·dL/dV   8×6", scaled);
        Assert.Contains("Step 9 · Value weights   dL/dW^v = dL/dV·Sᵀ   4×8", Text(Backward(Trace("cross"))));
        Assert.Contains(Text(Backward(Trace("rotary"))), line => line.EndsWith("turned back.", StringComparison.Ordinal));
    }

    [Fact]
    public void Norms_OfAllGradients_StandAbove()
    {
        AttentionTraceGradients<double> gradients = Backward(Trace("plain"));
        IElement[] rows = RowChartReading.Rows(Dom.Of(gradients));
        Matrix<double>[] all = [gradients.Output, gradients.Values, gradients.Weights, gradients.Scores, gradients.Queries, gradients.Keys, gradients.QueryWeights, gradients.KeyWeights, gradients.ValueWeights, gradients.Input];
        Assert.Equal(all.Length, rows.Length);
        for (int row = 0; row < all.Length; row++)
        {
            rows[row].AssertAmount(0, all[row].FrobeniusNorm(), all.Max(matrix => matrix.FrobeniusNorm()));
            rows[row].AssertAmount(1, all[row].Enumerate().Max(Math.Abs), all.Max(matrix => matrix.Enumerate().Max(Math.Abs)));
        }
    }

    [Theory]
    [MemberData(nameof(Heads))]
    public void Proof_OfAHead_StandsBesideEachGradient(string name, int count)
    {
        AttentionTrace<double> trace = Trace(name);
        Loss<double> loss = Loss.SquaredError(Target);
        GradientFigure figure = trace.Backward(loss.Gradient(trace.Output)).Figure(loss);

        IElement body = Dom.Of(figure);
        Assert.All(Steps(body), step => Assert.Equal(3, step.QuerySelectorAll("table").Length));
        Assert.Equal(name == "biases" ? count - 1 : count, Steps(body).Count(step => step.TextContent.Contains("Central differences find the same up to a relative error of ", StringComparison.Ordinal)));
        string verdict = body.Texts("p").Single(text => text.StartsWith("Every gradient is proved by central differences", StringComparison.Ordinal));
        Assert.InRange(ShownNumber.Parse(verdict.TrimEnd('.').Split(' ')[^1]).Value, 0, 1e-6);
    }

    /// <summary>A key bias adds the same to all scores of a query, which softmax ignores.</summary>
    [Fact]
    public void Proof_OfAKeyBias_FindsNothingToProve()
    {
        AttentionTrace<double> trace = Trace("biases");
        Assert.Contains("It is 0, as far as central differences can tell.", GradientCheck.Of(trace, Loss.SquaredError(Target), AttentionQuantity.KeyBias).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Proof_OfAnotherLoss_IsRefused()
    {
        AttentionTraceGradients<double> gradients = Backward(Trace("plain"));
        Assert.Throws<ArgumentException>("loss", () => gradients.Figure(Loss.SquaredError(Target + 1)));
    }

    [Fact]
    public void Layer_OfManyHeads_ShowsItsOwnMatricesAndTheFirstHeadsFolded()
    {
        MultiHeadTrace<double> trace = Traces.Layer(heads: 8);
        Loss<double> loss = Loss.SquaredError(Examples.Random(8, 6, seed: 8));
        MultiHeadGradients<double> gradients = trace.Backward(loss.Gradient(trace.Output));

        foreach ((GradientFigure figure, int tables) in new[] { (gradients.Figure(), 2), (gradients.Figure(loss), 3) })
        {
            IElement body = Dom.Of(figure);
            IElement[] heads = [.. body.Children[0].Children.Where(child => child.LocalName == "details" && child.QuerySelector("[data-attention-figure]") is not null)];
            Assert.Equal(4, heads.Length);
            Assert.Equal("Gradients of self-attention, head 3", heads[3].QuerySelector("summary")!.TextContent);
            Assert.Equal(4 + (4 * 9), Steps(body).Length);
            Assert.All(Steps(body), step => Assert.Equal(tables, step.QuerySelectorAll("table").Length));
            Assert.Contains("The gradients of the first 4 of 8 heads are shown; gradients.Heads[k] shows those of any other.", body.Texts("p"));
        }
    }

    [Fact]
    public void Layer_OfGroupedHeads_SaysWhereTheSumsAre()
    {
        MultiHeadTrace<double> trace = MultiHeadAttention.Random(8, 4, seed: 5, keyValueHeads: 2).Trace(Traces.Input(Traces.Words));
        Assert.Contains("4 heads share 2 heads of keys and values: gradients.Keys, Values, KeyWeights and ValueWeights hold the sums of their shares.", trace.Backward(trace.Output).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfAGradient_ShowsBothAndTheirDifference()
    {
        AttentionTrace<double> trace = Trace("plain");
        GradientCheck check = GradientCheck.Of(trace, Loss.SquaredError(Target), AttentionQuantity.Weights);
        IElement[] tables = [.. Dom.Of(check).QuerySelectorAll("table")];
        Assert.Equal(3, tables.Length);
        AssertTable(check.Gradient, tables[0]);
        AssertTable(check.Differences, tables[1]);
        AssertTable(check.Gradient.Values - check.Differences.Values, tables[2]);
    }

    [Fact]
    public void Check_OfAWrongGradient_SaysSo()
    {
        AttentionTrace<double> trace = Trace("plain");
        Loss<double> wrong = Loss.Custom<double>(output => output.Enumerate().Sum(entry => entry * entry), output => output);
        Assert.Contains("is not what central differences of the loss find: relative error 5.0e−1", GradientCheck.Of(trace, wrong, AttentionQuantity.Values).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OfALargeLayer_StaysSmall()
    {
        MultiHeadTrace<double> trace = MultiHeadAttention.Random(96, 12, seed: 5).Trace(Traces.Input([.. Enumerable.Range(0, 64).Select(token => $"t{token}")], 96));
        Assert.InRange(trace.Backward(trace.Output).ToHtml().Length, 1, 1_000_000);
    }

    private static AttentionTraceGradients<double> Backward(AttentionTrace<double> trace) => trace.Backward(Loss.SquaredError(Target).Gradient(trace.Output));

    private static AttentionTrace<double> Trace(string name)
    {
        SelfAttention<double> head = Traces.Head();
        Matrix<double> square = Examples.Random(4, 4, seed: 9);
        return name switch
        {
            "scaled" => Traces.Of(head.With(Score.ScaledDotProduct())),
            "rotary" => Traces.Of(head.With(new RotaryPositions())),
            "additive" => Traces.Of(head.With(Score.Additive(square, square + 1, square.Column(0)))),
            "bilinear" => Traces.Of(head.With(Score.Bilinear(square))),
            "cross" => head.Trace(Traces.Input(Traces.Words), Traces.Input(["ein", "Wort", "mehr"])),
            "biases" => Traces.Of(head.With(new ProjectionBiases<double> { Query = square.Column(0), Key = square.Column(1), Value = square.Column(2) })),
            _ => Traces.Of(head.With(Score.DotProduct())),
        };
    }

    private static IElement[] Steps(IElement body) => [.. body.QuerySelectorAll("details[data-frame]")];

    private static string[] Labels(IElement table) => table.Texts("th");

    private static string[] Text(AttentionTraceGradients<double> gradients) => [.. gradients.ToString().Split('\n').Select(line => line.Trim())];

    private static void AssertTable(Matrix<double> expected, IElement table)
    {
        string[][] cells = table.Cells();
        Assert.Equal((expected.RowCount, expected.ColumnCount), (cells.Length, cells[0].Length));
        foreach ((int row, int column, double value) in expected.EnumerateIndexed()) ShownNumber.AssertShows(value, cells[row][column].Replace("\u2007", "", StringComparison.Ordinal).Replace("\u2008", "", StringComparison.Ordinal));
    }
}
