namespace AttentionNotebooks.Figures.Tests.Labels;

public sealed class ShortLabelTests
{
    [Theory]
    [InlineData("bank", 4, "bank", null)]
    [InlineData("banks", 4, "ban…", "banks")]
    [InlineData("中文字", 6, "中文字", null)]
    [InlineData("中文字", 5, "中文…", "中文字")]
    [InlineData("a👨‍👩‍👧‍👦b", 4, "a👨‍👩‍👧‍👦b", null)]
    [InlineData("", 4, "", null)]
    public void Of_LabelAndWidth_CutsBetweenCharacters(string label, int width, string shown, string? full)
    {
        ShortLabel result = ShortLabel.Of(label, width);

        Assert.Equal((shown, full), (result.Shown, result.Full));
    }

    [Fact]
    public void Of_PileOfMarks_KeepsTheBaseAndAFewMarks()
    {
        string pile = "Z" + new string('\u0301', 300);

        ShortLabel result = ShortLabel.Of(pile, 10);

        Assert.Equal(pile[..4], result.Shown);
        Assert.Equal(pile, result.Full);
    }

    [Theory]
    [InlineData("\0", "␀")]
    [InlineData("a\nb", "a␊b")]
    [InlineData("\u001B[31m", "␛[31m")]
    [InlineData("\u007F\u0085", "␡\uFFFD")]
    [InlineData("\u202Eevil", "\uFFFDevil")]
    [InlineData(" bank ", "␣bank␣")]
    [InlineData("  ", "␣␣")]
    [InlineData("New York", "New York")]
    public void Of_InvisibleCharacters_ShowsThem(string label, string shown) => Assert.Equal(shown, ShortLabel.Of(label, 20).Shown);
}
