namespace AttentionNotebooks.Engine.Tests.Maps;

/// <summary>A head is called by its number where it has one, and by none where it has none.</summary>
public sealed class HeadNameTests
{
    private static readonly LabelledMatrix<double> Input = Sentence.Parse("I saw the man").Embed(WordVectors.Random(4, seed: 1));

    private static readonly MultiHeadTrace<double> Four = MultiHeadAttention.Random(4, heads: 4, seed: 1).Trace(Input);

    [Fact]
    public void Name_OfAHeadByItself_HasNoNumber()
    {
        AttentionTrace<double> alone = SelfAttention.Random(4, 2, seed: 1).Trace(Input);
        Assert.Null(alone.Head);
        Assert.Equal("one head", alone.Map.Caption(0, 0));
        Assert.Equal("one head", AttentionMap.Of(alone.Weights.Values).Caption(0, 0));
    }

    [Fact]
    public void Name_OfAHeadOfALayer_KeepsItsNumber()
    {
        Assert.Equal(2, Four.Heads[2].Head);
        Assert.Equal("head 2", Four.Heads[2].Map.Caption(0, 2));
        Assert.Equal("head 2", Four.Map.Head(2).Caption(0, 2));
    }

    [Fact]
    public void Name_InSeveralLayers_NamesTheLayerAlsoWhenOneIsTaken()
    {
        var weights = Four.Heads.Select(head => head.Weights.Values).ToArray();
        AttentionMap map = new([weights, weights]);
        Assert.Equal("layer 1, head 3", map.Caption(1, 3));
        Assert.Equal("layer 1, head 3", map.Layer(1).Head(3).Caption(1, 3));
    }
}
