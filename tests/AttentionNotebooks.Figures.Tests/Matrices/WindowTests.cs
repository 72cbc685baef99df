namespace AttentionNotebooks.Figures.Tests.Matrices;

public sealed class WindowTests
{
    [Theory]
    [InlineData(0, 4, new int[0])]
    [InlineData(4, 4, new[] { 0, 1, 2, 3 })]
    [InlineData(5, 4, new[] { 0, 1, 2, 3, 4 })]
    [InlineData(6, 4, new[] { 0, 1, -1, 4, 5 })]
    [InlineData(100, 5, new[] { 0, 1, 2, -1, 98, 99 })]
    [InlineData(100, 1, new[] { 0, -1 })]
    public void Of_CountAndLimit_ShowsFirstAndLastWithAGap(int count, int limit, int[] places)
    {
        Window window = Window.Of(count, limit);

        Assert.Equal(places, window.Places.Select(place => place ?? -1));
        Assert.Equal(count, window.Shown + window.Hidden);
    }
}
