using AngleSharp.Dom;
using static AttentionNotebooks.Figures.Tests.Samples;

namespace AttentionNotebooks.Figures.Tests.Steps;

public sealed class MultiHeadFigureTests
{
    [Fact]
    public void Heads_StandSideBySideBeforeTheSteps()
    {
        IDocument document = Parse(Trace(heads: 3));
        Assert.Equal(["head 0", "head 1", "head 2"], Panels(document).Take(3).Select(panel => panel.QuerySelector("text[font-weight]")!.TextContent));
        Assert.Equal(
            ["Step 1 · Heads, stacked", "Step 2 · Output", "Step 3 · Each head's share"],
            document.QuerySelectorAll("summary strong").Select(title => title.TextContent).Take(3));
    }

    [Fact]
    public void Examples_ComputeTheOutputFromTheStackAndFromTheShares()
    {
        MultiHeadTrace<double> trace = Trace(heads: 2);
        foreach (string step in new[] { "Output", "Each head's share" })
        {
            IElement[] pieces = [.. Parse(trace).QuerySelectorAll("[aria-label]").First(box => box.GetAttribute("aria-label") == $"{step} in numbers").QuerySelectorAll("math")];
            Assert.Equal(trace.Output[0, 0], MathEvaluator.Of(pieces[^1]), 5.1e-4);
            Assert.Equal(trace.Output[0, 0], MathEvaluator.Of(pieces[^2]), 0.01);
        }
    }

    [Fact]
    public void AHundredHeads_ShowTheStepsOfTheFirstAndSayHowToSeeTheOthers()
    {
        MultiHeadTrace<double> trace = MultiHeadAttention.Random(8, 100, seed: 1, headSize: 2).Trace(Input());
        string html = trace.ToHtml();
        Assert.True(html.Length < 500_000, $"{html.Length} characters");
        Assert.Contains("The steps of the first 4 of 100 heads are shown; trace.Heads[k] shows those of any other.", html, StringComparison.Ordinal);
        Assert.True(Panels(Parse(trace)).Length >= 100);
    }

    private static LabelledMatrix<double> Input() => new(Matrix(8, 3, seed: 2), "Input", "I", columnLabels: ["a", "b", "c"]);

    private static MultiHeadTrace<double> Trace(int heads) => MultiHeadAttention.Random(8, heads, seed: 1, headSize: 2).Trace(Input());
}
