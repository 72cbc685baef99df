namespace AttentionNotebooks.Engine.Tests.Maps;

public sealed class AttentionDifferenceTests
{
    [Fact]
    public void Minus_OfTwoMaps_SubtractsHeadByHead()
    {
        AttentionMap first = MapSamples.Draw(2, 2, 4, 3), second = MapSamples.Draw(2, 2, 4, 3, seed: 50);
        AttentionDifference difference = first.Minus(second);
        Assert.Equal(first[1, 0] - second[1, 0], difference[1, 0]);
        Assert.Equal(first[0, 1] - second[0, 1], difference[0, 1]);
    }

    [Fact]
    public void Minus_OfTwoHeads_NamesBoth()
    {
        AttentionMap map = MapSamples.Draw(1, 4, 3);
        AttentionDifference difference = map.Head(3).Minus(map.Head(1));
        Assert.Equal(map[0, 3] - map[0, 1], difference[0, 3]);
        Assert.Equal("head 3 − head 1", difference.Caption(0, 3));
        Assert.Equal("head 2", map.Minus(map).Caption(0, 2));
    }

    [Fact]
    public void Minus_OfMapsOfDifferentSize_IsRefusedWithBothSizes()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => MapSamples.Draw(1, 2, 3).Minus(MapSamples.Draw(1, 2, 4)));
        Assert.Equal("other", exception.ParamName);
        Assert.Contains("3 keys × 3 queries", exception.Message, StringComparison.Ordinal);
        Assert.Contains("4 keys × 4 queries", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Minus_OfNothing_IsRefused() => Assert.Equal("other", Assert.Throws<ArgumentNullException>(() => MapSamples.Draw(1, 1, 1).Minus(null!)).ParamName);

    [Fact]
    public void Difference_AskedForAHeadItHasNot_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MapSamples.Draw(1, 1, 2).Minus(MapSamples.Draw(1, 1, 2))[0, 1]);
}
