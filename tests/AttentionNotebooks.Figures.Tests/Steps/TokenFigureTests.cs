using AngleSharp.Dom;
using static AttentionNotebooks.Figures.Tests.Samples;

namespace AttentionNotebooks.Figures.Tests.Steps;

public sealed class TokenFigureTests
{
    [Fact]
    public void Table_OfAToken_HoldsEveryNumberOfItsTrace()
    {
        TokenTrace<double> trace = Trace(tokens: 6);
        IElement[] rows = [.. Table(Parse(trace)).QuerySelectorAll("tbody tr")];
        Assert.Equal(6, rows.Length);
        for (int key = 0; key < 6; key++)
        {
            string[] cells = [.. rows[key].Children.Select(cell => cell.TextContent)];
            Assert.Equal($"t{key}", cells[0]);
            AssertVector(trace.Keys.Values.Column(key), cells[1]);
            Assert.Equal(trace.Scores[key], Number(cells[2]), 5.1e-4);
            Assert.Equal(trace.Weights[key], Number(cells[3]), 5.1e-4);
            AssertVector(trace.Values.Values.Column(key), cells[4]);
            AssertVector(trace.Addends.Values.Column(key), cells[5]);
            Assert.Equal(trace.Weights[key] / trace.Weights.Values.Maximum(), Number(rows[key].QuerySelector("rect")!.GetAttribute("width")!) / 60, 1e-3);
        }
    }

    [Fact]
    public void SumRow_HoldsTheSumOfWeightsAndTheOutput()
    {
        TokenTrace<double> trace = Trace(tokens: 6);
        string[] cells = [.. Table(Parse(trace)).QuerySelectorAll("tfoot tr *").Where(cell => cell.LocalName == "td").Select(cell => cell.TextContent)];
        Assert.Equal(1, Number(cells[2]), 5.1e-4);
        AssertVector(trace.Output.Values, cells[4]["b = ".Length..]);
    }

    [Fact]
    public void Table_OfALongSentence_KeepsTheGreatestWeightsInOrderAndSaysSo()
    {
        TokenTrace<double> trace = Trace(tokens: 80);
        IDocument document = Parse(trace);
        int[] expected = [.. Enumerable.Range(0, 80).OrderByDescending(key => trace.Weights[key]).Take(50).Order()];
        Assert.Equal(expected.Select(key => $"t{key}"), Table(document).QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Contains("Only the 50 keys with the greatest weights of 80 are shown", document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Example_OfEveryStep_ComputesWhatTheEngineComputed()
    {
        TokenTrace<double> trace = SelfAttention.Random(3, 2, seed: 1).With(Alibi.WithSlopes(0.5)).Trace(Input(3)).Token(2);
        IDocument document = Parse(trace);
        AssertExample(document, "Scores", trace.Scores[trace.Weights.Values.MaximumIndex()]);
        AssertExample(document, "Weights", trace.Weights.Values.Maximum());
        AssertExample(document, "Weighted sum", trace.Output[0]);
    }

    [Fact]
    public void Text_OfAToken_HasAllStepsAndTheTable()
    {
        string text = Trace(tokens: 4).ToString();
        foreach (string part in new[] { "Step 1 · Scores", "Step 2 · Weights", "Step 3 · Weighted sum", "α′·v", "t3", "sum" }) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    private static LabelledMatrix<double> Input(int tokens) => new(Matrix(3, tokens, seed: 2), "Input", "I", columnLabels: Names("t", tokens));

    private static TokenTrace<double> Trace(int tokens) => SelfAttention.Random(3, 2, seed: 1).Trace(Input(tokens)).Token(1);

    private static IElement Table(IDocument document) => document.QuerySelectorAll("table").First(table => table.QuerySelector("tfoot") is not null);

    private static void AssertVector(MathNet.Numerics.LinearAlgebra.Vector<double> expected, string text)
    {
        double[] numbers = [.. text.Trim('(', ')').Split(", ").Select(Number)];
        Assert.Equal(expected.Count, numbers.Length);
        for (int index = 0; index < numbers.Length; index++) Assert.Equal(expected[index], numbers[index], 5.1e-4);
    }

    private static void AssertExample(IDocument document, string step, double expected)
    {
        IElement[] pieces = [.. document.QuerySelectorAll($"[aria-label='{step} in numbers'] math")];
        Assert.Equal(expected, MathEvaluator.Of(pieces[^1]), 5.1e-4);
        Assert.Equal(expected, pieces[1..^1].Sum(MathEvaluator.Of), 0.01);
    }
}
