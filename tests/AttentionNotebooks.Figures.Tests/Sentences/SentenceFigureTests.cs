using AngleSharp.Dom;
using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Sentences;

public sealed class SentenceFigureTests
{
    [Fact]
    public void Html_OfASentence_NumbersItsTokens()
    {
        IElement body = Dom.Of(Sentence.Parse("I saw it."));

        Assert.Equal(["I", "saw", "it", "."], body.Texts("[role=listitem] bdi"));
        Assert.Equal(["0", "1", "2", "3"], body.Texts("[role=listitem] sub"));
        Assert.Equal("Sentence, 4 tokens", body.One("[role=list]").GetAttribute("aria-label"));
    }

    [Fact]
    public void Html_WithoutStyles_PartsTheTokens() =>
        Assert.Equal("I0 · saw1 · it2", Dom.Of(Sentence.Parse("I saw it")).TextContent.Trim());

    [Fact]
    public void Html_OfHostileTokens_ShowsThemAsText()
    {
        IElement body = Dom.Of(new Sentence(Examples.HostileLabels));

        Assert.Empty(body.QuerySelectorAll("script, img, [onerror], [onmouseover]"));
        Assert.Equal(Examples.HostileLabels[0], body.Texts("bdi")[0]);
        Assert.Equal(Examples.HostileLabels.Length, body.QuerySelectorAll("sub").Length);
    }

    [Fact]
    public void Text_OfASentence_NumbersItsTokens() => Assert.Equal("0:I 1:saw 2:it 3:.", Sentence.Parse("I saw it.").ToString());

    [Fact]
    public void Text_OfALongSentence_WrapsBetweenTokens()
    {
        string text = new SentenceFigure(new Sentence(["aaaa", "bbbb", "中中", "d", new string('e', 40), "f"])).ToText(14);

        Assert.Equal(["0:aaaa 1:bbbb", "2:中中 3:d", "4:" + new string('e', 29) + "…", "5:f"], text.Split('\n'));
    }

    [Fact]
    public void Figure_OfAVeryLongText_SaysWhatItLeavesOut()
    {
        Sentence sentence = new(Enumerable.Repeat("word", 2000));

        Assert.Contains("99:word … 1,800 tokens left out … 1900:word", sentence.ToString().Replace('\n', ' '));
        Assert.Contains("… 1,800 tokens left out …", Dom.Of(sentence).Texts("[role=listitem]"));
    }
}
