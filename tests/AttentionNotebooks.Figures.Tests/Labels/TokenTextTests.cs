namespace AttentionNotebooks.Figures.Tests.Labels;

public sealed class TokenTextTests
{
    [Theory]
    [InlineData("bank", "bank")]
    [InlineData("exactlyfourtee", "exactlyfourtee")]
    [InlineData("fifteen letters", "fifteen lette…")]
    [InlineData(" the", "␣the")]
    [InlineData("\n", "␊")]
    [InlineData("", "(empty)")]
    [InlineData("a\0b", "a␀b")]
    [InlineData("\u202Eevil", "\uFFFDevil")]
    [InlineData("👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦")]
    public void Shorten_MakesATokenVisibleAndShort(string token, string expected) => Assert.Equal(expected, TokenText.Shorten(token));

    [Fact]
    public void Shorten_OfATowerOfMarks_KeepsAFew() => Assert.True(TokenText.Shorten("a" + new string('\u0301', 5_000)).Length <= 6);

    [Theory]
    [InlineData("bank", "bank")]
    [InlineData("שלום", "\u2068שלום\u2069")]
    public void Isolate_KeepsRightToLeftTextToItself(string label, string expected) => Assert.Equal(expected, TokenText.Isolate(label));
}
