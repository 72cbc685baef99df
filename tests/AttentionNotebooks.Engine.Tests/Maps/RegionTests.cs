namespace AttentionNotebooks.Engine.Tests.Maps;

public sealed class RegionTests
{
    [Fact]
    public void Region_OfAnyMap_HasTheSameWeightsUnderTheSameLabels()
    {
        string[] labels = [.. Enumerable.Range(0, 9).Select(token => $"t{token}")];
        AttentionMap map = MapSamples.Draw(2, 3, 9, labels: labels);

        AttentionMap region = map.Region(keys: 2..7, queries: ^4..);

        Assert.Equal(["t2", "t3", "t4", "t5", "t6"], region.KeyLabels!);
        Assert.Equal(["t5", "t6", "t7", "t8"], region.QueryLabels!);
        Assert.All(
            from layer in map.LayerNumbers from head in map.HeadNumbers from entry in region[layer, head].EnumerateIndexed() select (layer, head, entry),
            at => Assert.Equal(map[at.layer, at.head][at.entry.Item1 + 2, at.entry.Item2 + 5], at.entry.Item3));
        Assert.Equal("Region: keys 2 to 6 of 9, queries 5 to 8 of 9.", Assert.Single(region.Notes));
    }

    [Fact]
    public void Region_OfUnlabelledTokens_KeepsTheirIndex()
    {
        AttentionMap region = MapSamples.Draw(1, 1, 6).Region(keys: 1..4).Region(keys: 1..);
        Assert.Equal(["2", "3"], region.KeyLabels!);
        Assert.Equal(["0", "1", "2", "3", "4", "5"], region.QueryLabels!);
    }

    [Fact]
    public void Region_OfAPartOfAMap_KeepsLayerAndHeadNumbers()
    {
        AttentionMap region = MapSamples.Draw(3, 4, 5).Layer(2).Head(3).Region(0..2, 0..2);
        Assert.Equal([2], region.LayerNumbers);
        Assert.Equal([3], region.HeadNumbers);
        Assert.Single(region.Head(3).Notes);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 2)]
    [InlineData(0, 6)]
    public void Region_BeyondTheTokensOrEmpty_IsRefusedByName(int start, int end)
    {
        AttentionMap map = MapSamples.Draw(1, 1, 5);
        Assert.Equal("keys", Assert.Throws<ArgumentOutOfRangeException>(() => map.Region(keys: start..end)).ParamName);
        Assert.Equal("queries", Assert.Throws<ArgumentOutOfRangeException>(() => map.Region(queries: start..end)).ParamName);
    }
}
