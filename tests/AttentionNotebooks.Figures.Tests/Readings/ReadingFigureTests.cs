using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Readings;

public sealed class ReadingFigureTests
{
    private const string Text = "near the river Anna found a bank , a kind of _";

    private static readonly TrainedModel Model = TrainedModel.Load();

    private static readonly AttentionNotebooks.Reading Read = Model.Read(Text);

    [Fact]
    public void Table_OfAReading_ShowsTheMostProbableWords()
    {
        IElement[] rows = [.. Dom.Of(Read).QuerySelectorAll("[data-attention-figure=reading] table")[0].QuerySelectorAll("tbody tr")];
        Assert.Equal(Read.Predictions.Take(5).Select(prediction => prediction.Word), rows.Select(row => row.QuerySelector("th")!.TextContent));
        Assert.Equal("shore", Assert.Single(rows, row => row.QuerySelector("strong") is not null).QuerySelector("strong")!.TextContent);
        Assert.EndsWith("%", rows[0].QuerySelector("td")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Heads_OfAReading_AreShownBelow() =>
        Assert.Single(Dom.Of(Read).QuerySelectorAll($"[data-attention-figure=reading] [aria-label=\"{Dom.Of(Read.Map).QuerySelector("[aria-label]")!.GetAttribute("aria-label")}\"]"));

    [Fact]
    public void Reading_AsText_HasItsWordsAndItsHeads()
    {
        string text = Read.ToString();
        Assert.StartsWith(Text, text, StringComparison.Ordinal);
        Assert.Contains("shore", text, StringComparison.Ordinal);
        Assert.EndsWith(Read.Map.ToString(), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_OfAReading_ShowsTheWordsBeforeAndAfter()
    {
        ReadingChange change = Model.Compare(Text, [HeadEdit.Silence(0, 0)], "shore");
        Assert.Equal(change.Effect.Figure(Model.Vocabulary.Words).ToHtml(), change.ToHtml());
    }
}
