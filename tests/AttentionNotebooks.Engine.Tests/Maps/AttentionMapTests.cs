using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Maps;

public sealed class AttentionMapTests
{
    private static readonly string[] Tokens = ["the", "animal", "was"];

    [Fact]
    public void Layer_OfAMap_KeepsItsNumberHeadsAndLabels()
    {
        AttentionMap map = Map(layers: 3, heads: 4), layer = map.Layer(2);

        Assert.Equal([2], layer.LayerNumbers);
        Assert.Equal([0, 1, 2, 3], layer.HeadNumbers);
        Assert.Equal(Tokens, layer.KeyLabels);
        Assert.Equal(Tokens, layer.QueryLabels);
        Assert.Same(map[2, 3], layer[2, 3]);
    }

    [Fact]
    public void Head_OfAMap_KeepsItsNumberInEveryLayer()
    {
        AttentionMap map = Map(layers: 3, heads: 4), head = map.Head(1);

        Assert.Equal([0, 1, 2], head.LayerNumbers);
        Assert.Equal([1], head.HeadNumbers);
        Assert.Same(map[2, 1], head[2, 1]);
        Assert.Same(map[2, 1], head.Layer(2)[2, 1]);
    }

    [Fact]
    public void Trace_Map_HasTheWeightsOfEachHeadExactly()
    {
        MultiHeadTrace<float> trace = MultiHeadAttention.Random<float>(6, 3, seed: 1).Trace(Samples.DrawMatrix<float>(6, 5, seed: 2));

        Assert.Equal([0], trace.Map.LayerNumbers);
        Assert.Equal([0, 1, 2], trace.Map.HeadNumbers);
        Assert.All(trace.Heads, head => Assert.Equal(head.Weights.Values.ToDouble(), trace.Map[0, head.Head!.Value]));
        Assert.All(trace.Heads, head => Assert.Equal([head.Head!.Value], head.Map.HeadNumbers));
    }

    [Fact]
    public void Weights_OfFloat_BecomeDoubleExactly()
    {
        Matrix<float> weights = Samples.DrawMatrix<float>(4, 3, seed: 1);
        Assert.Equal(weights.ToDouble(), AttentionMap.Of(weights)[0, 0]);
        Assert.Equal((4, 3), (AttentionMap.Of(weights).Keys, AttentionMap.Of(weights).Queries));
    }

    [Fact]
    public void QueryLabels_NotGiven_AreThoseOfTheKeysInSelfAttentionOnly()
    {
        Assert.Equal(Tokens, AttentionMap.Of(Samples.DrawMatrix<double>(3, 3, seed: 1), Tokens).QueryLabels);
        Assert.Null(AttentionMap.Of(Samples.DrawMatrix<double>(3, 2, seed: 1), Tokens).QueryLabels);
    }

    [Fact]
    public void CrossAttention_OfUnlabelledQueries_DoesNotGetTheLabelsOfTheSource()
    {
        LabelledMatrix<double> source = Sentence.Parse("the animal was").Embed(WordVectors.Random(5, seed: 1));
        AttentionMap map = SelfAttention.Random(5, 4, seed: 1).Trace(Samples.DrawMatrix<double>(5, 3, seed: 1), source).Map;

        Assert.Equal(Tokens, map.KeyLabels);
        Assert.Null(map.QueryLabels);
        Assert.Null(map.Layer(0).Head(0).QueryLabels);
    }

    [Fact]
    public void Weights_Missing_AreRefused()
    {
        BadInput.Refused("weights", "at least one layer with one head", () => new AttentionMap([]));
        BadInput.Refused("weights", "at least one layer with one head", () => new AttentionMap([[]]));
        BadInput.Refused("weights", "must not hold null", () => new AttentionMap([[null!]]));
        BadInput.Refused("weights", "same number of heads in each layer", () => new AttentionMap([[Weights(3, 3), Weights(3, 3)], [Weights(3, 3)]]));
    }

    [Fact]
    public void Weights_OfDifferentShapes_AreRefusedWithBothShapes() =>
        BadInput.Refused("weights", "the first head is 3×3, another is 2×4", () => new AttentionMap([[Weights(3, 3), Weights(2, 4)]]));

    [Fact]
    public void Weights_NotFinite_AreRefusedWithTheirPlace()
    {
        Matrix<double> weights = Weights(3, 2);
        weights[2, 1] = double.NaN;
        BadInput.Refused("weights", "weights[2, 1] is NaN", () => AttentionMap.Of(weights));
    }

    [Fact]
    public void Labels_OfAnotherCount_AreRefused()
    {
        BadInput.Refused("keyLabels", "each of the 2 keys: it holds 3", () => AttentionMap.Of(Weights(2, 2), Tokens));
        BadInput.Refused("queryLabels", "each of the 2 queries: it holds 3", () => AttentionMap.Of(Weights(3, 2), Tokens, Tokens));
    }

    [Fact]
    public void LayerOrHead_OutOfRange_IsRefusedWithWhatThereIs()
    {
        AttentionMap part = Map(layers: 3, heads: 4).Layer(2);
        BadInput.Refused("number", "number must be one of 2", () => part.Layer(0));
        BadInput.Refused("number", "number must be one of 0, 1, 2, 3", () => part.Head(4));
        BadInput.Refused("layer", "layer must be one of 2", () => part[0, 0]);
        BadInput.Refused("head", "head must be one of 0, 1, 2, 3", () => part[2, -1]);
    }

    private static AttentionMap Map(int layers, int heads) =>
        new([.. Enumerable.Range(0, layers).Select(_ => Enumerable.Range(0, heads).Select(_ => Weights(3, 3)).ToArray())], Tokens);

    private static Matrix<double> Weights(int keys, int queries) => Matrix<double>.Build.Dense(keys, queries, 0.5);
}
