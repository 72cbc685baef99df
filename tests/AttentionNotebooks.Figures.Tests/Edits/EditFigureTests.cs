using System.Globalization;
using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Edits;

public sealed class EditFigureTests
{
    private static readonly string[] Words = ["the", "bank", "river", "money", "<b>", "?"];
    private static readonly Transformer<double> Model = Transformer.Create<double>(new TransformerConfig { VocabularySize = 6, ModelSize = 8, Layers = 1, Heads = 2 }, seed: 3);
    private static readonly TrainingExample Example = new([0, 2, 1, 5], [-1, -1, 4, 3]);
    private static readonly EditEffect<double> Effect = Model.Compare(Example, [HeadEdit.Silence(0, 1)], ["the", "river", "bank", "?"]);

    [Fact]
    public void Tables_OfAnEdit_ShowTheProbabilitiesBeforeAndAfter()
    {
        IElement[] tables = [.. Dom.Of(Effect.Figure(Words, most: 6)).QuerySelectorAll("table")];
        Assert.Equal(2, tables.Length);
        for (int place = 0; place < 2; place++)
        {
            (double[] before, double[] after) = (Probabilities(Effect.Before, place), Probabilities(Effect.After, place));
            IElement[] rows = [.. tables[place].QuerySelectorAll("tbody tr")];
            int[] order = [.. Enumerable.Range(0, 6).OrderByDescending(word => before[word])];
            Assert.Equal(order.Select(word => Words[word] + (word == (place == 0 ? 4 : 3) ? " (to be said)" : "")), rows.Select(row => row.QuerySelector("th")!.TextContent));
            foreach ((int word, IElement row) in order.Zip(rows)) AssertRow(before[word], after[word], row);
        }
    }

    [Fact]
    public void Bold_InATable_IsWhatIsSaid()
    {
        foreach ((IElement table, int place) in Dom.Of(Effect.Figure(Words)).QuerySelectorAll("table").Select((table, place) => (table, place)))
        {
            string[] rows = [.. table.QuerySelectorAll("tbody tr").Select(row => $"{row.QuerySelector("th")!.TextContent.Split(' ')[0]}{string.Concat(row.QuerySelectorAll("td").Take(2).Select(cell => cell.QuerySelector("strong") is null ? "-" : "+"))}")];
            Assert.Equal(Words[Effect.PredictionsBefore[place].Prediction], rows.Single(row => row[^2] == '+')[..^2]);
            Assert.Equal(Words[Effect.PredictionsAfter[place].Prediction], rows.Single(row => row[^1] == '+')[..^2]);
        }
    }

    [Fact]
    public void Words_AtMostSoMany_AreTheMostProbableAndTheOneToBeSaid()
    {
        IElement table = Dom.Of(Effect.Figure(Words, most: 1)).QuerySelector("table")!;
        TargetPrediction before = Effect.PredictionsBefore[0], after = Effect.PredictionsAfter[0];
        Assert.Equal(new[] { before.Prediction, after.Prediction, before.Target }.Distinct().Count(), table.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public void Captions_OfAnEdit_TellWhatWasToBeSaidAndWhatWasSaid()
    {
        TargetPrediction before = Effect.PredictionsBefore[1], after = Effect.PredictionsAfter[1];
        string caption = Dom.Of(Effect.Figure(Words)).Texts("caption")[1];
        Assert.Equal(
            $"Token 3 ?: to be said: money; said before: {Words[before.Prediction]}, {(before.IsRight ? "right" : "wrong")}; said after: {Words[after.Prediction]}, {(after.IsRight ? "right" : "wrong")}",
            caption);
    }

    [Fact]
    public void Title_OfAnEdit_NamesTheHeads()
    {
        Assert.StartsWith("Effect of silencing layer 0, head 1" + Environment.NewLine + "Loss ", Effect.Figure(Words).ToString(), StringComparison.Ordinal);
        HeadEdit[] many = [HeadEdit.Silence(0, 0), HeadEdit.ReplacePattern(0, 1, Samples.Weights(4, 4, seed: 1)), HeadEdit.Silence(0, 1), HeadEdit.Silence(0, 0), HeadEdit.Silence(0, 1)];
        Assert.StartsWith(
            "Effect of silencing layer 0, head 0; another pattern in layer 0, head 1; silencing layer 0, head 1; silencing layer 0, head 0 and 1 other edit",
            Model.Compare(Example, many).Figure(Words).ToString(),
            StringComparison.Ordinal);
        Assert.StartsWith("Effect of no edit", Model.Compare(Example, []).Figure(Words).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OfHostileWords_IsTextAndNothingElse()
    {
        string[] hostile = [.. Examples.HostileLabels.Take(6)];
        IElement body = Dom.Of(Model.Compare(Example, [HeadEdit.Silence(0, 0)], [.. hostile.Take(4)]).Figure(hostile));
        Assert.Empty(body.QuerySelectorAll("script, img, [onmouseover], b"));
    }

    [Fact]
    public void Html_OfManyTargets_SaysThatSomeAreLeftOut()
    {
        TrainingExample example = new([.. Enumerable.Repeat(1, 12)], [.. Enumerable.Repeat(2, 12)]);
        IElement body = Dom.Of(Model.Compare(example, [HeadEdit.Silence(0, 0)]).Figure(Words));
        Assert.Equal(8, body.QuerySelectorAll("table").Length);
        Assert.Contains("The first 8 of 12 targets are shown.", body.Texts("p > small"));
    }

    [Fact]
    public void Figure_OfAnotherVocabulary_IsRefused()
    {
        Assert.Contains("each of the 6 numbers: it holds 5", Assert.Throws<ArgumentException>("words", () => Effect.Figure(Words[..5])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("most", () => Effect.Figure(Words, most: 0));
    }

    private static double[] Probabilities(TransformerResult<double> result, int place)
    {
        double[] exponentials = [.. result.Logits.Column(Effect.PredictionsBefore[place].Token).Select(Math.Exp)];
        return [.. exponentials.Select(one => one / exponentials.Sum())];
    }

    private static void AssertRow(double before, double after, IElement row)
    {
        IElement[] cells = [.. row.QuerySelectorAll("td")];
        foreach ((double probability, IElement cell) in new[] { before, after }.Zip(cells))
        {
            Assert.Equal(100 * probability, double.Parse(cell.TextContent.Trim().Replace(" %", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), 0.0501);
            double[] widths = [.. cell.QuerySelectorAll("rect").Select(rect => double.Parse(rect.GetAttribute("width")!, CultureInfo.InvariantCulture))];
            Assert.Equal(probability, widths[1] / widths[0], 1e-3);
        }

        Assert.Equal(100 * (after - before), ShownNumber.Parse(cells[2].TextContent.Trim().TrimStart('+')).Value, 0.0501);
    }
}
