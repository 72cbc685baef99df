namespace AttentionNotebooks.Figures.Tests.Labels;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("the", 3)]
    [InlineData("−1.5", 4)]
    [InlineData("中文", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("👍", 2)]
    [InlineData("👨‍👩‍👧‍👦", 2)]
    [InlineData("❤️", 2)]
    [InlineData("שלום", 4)]
    public void Of_Text_CountsTheColumnsOfATerminal(string text, int expected) => Assert.Equal(expected, TextWidth.Of(text));
}
