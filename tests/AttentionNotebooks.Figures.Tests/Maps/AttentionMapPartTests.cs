using AttentionNotebooks.Figures.Tests.Reading;

namespace AttentionNotebooks.Figures.Tests.Maps;

public sealed class AttentionMapPartTests
{
    private static readonly string[] Labels = ["a", "b", "c", "d", "e"];

    [Fact]
    public void Part_OfAMap_KeepsWeightsLabelsAndNumbers()
    {
        AttentionMap map = ExampleMaps.Softmax(4, 5, 5, Labels, layers: 2);
        AttentionMap part = map.Layer(1).Head(3).Part(1..3, ^2..);
        Assert.Equal([1], part.LayerNumbers);
        Assert.Equal([3], part.HeadNumbers);
        Assert.Equal(["b", "c"], part.KeyLabels!);
        Assert.Equal(["d", "e"], part.QueryLabels!);
        Assert.Equal(map[1, 3].SubMatrix(1, 2, 3, 2), part[1, 3]);
    }

    [Fact]
    public void Part_WithoutLabels_NamesTokensByTheirIndex() => Assert.Equal(["3", "4"], ExampleMaps.Softmax(1, 5, 2).Part(3.., ..).KeyLabels!);

    [Theory]
    [InlineData(2, 2)]
    [InlineData(0, 6)]
    [InlineData(3, 1)]
    public void Part_EmptyOrBeyondTheMap_NamesTheArgument(int first, int end)
    {
        AttentionMap map = ExampleMaps.Softmax(1, 5, 5);
        Assert.Equal("queries", Assert.Throws<ArgumentOutOfRangeException>(() => map.Part(.., first..end)).ParamName);
        Assert.Equal("keys", Assert.Throws<ArgumentOutOfRangeException>(() => map.Part(first..end, ..)).ParamName);
    }
}
