using AttentionNotebooks.Runner.Jupyter.Languages;

namespace AttentionNotebooks.Runner.Tests.Jupyter.Languages;

public sealed class CodePointsTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("abc", 2, 2)]
    [InlineData("𝛼b𝛽c", 1, 2)]
    [InlineData("𝛼b𝛽c", 3, 5)]
    [InlineData("\ud835x", 1, 1)]
    public void Position_InCodePoints_IsThatInCodeUnits(string text, int codePoints, int codeUnits)
    {
        Assert.Equal(codeUnits, CodePoints.ToUtf16(text, codePoints));
        Assert.Equal(codePoints, CodePoints.FromUtf16(text, codeUnits));
    }

    [Fact]
    public void Position_BeyondTheEnd_IsTheEnd() => Assert.Equal(3, CodePoints.ToUtf16("a𝛼", 9));
}
