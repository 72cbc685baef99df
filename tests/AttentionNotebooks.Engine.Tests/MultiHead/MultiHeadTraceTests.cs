using AttentionNotebooks.Engine.Tests.Reference;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.MultiHead;

public sealed class MultiHeadTraceTests
{
    private static readonly Gen<MultiHeadTrace<double>> Traces =
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 20], Gen.Int[0, 1000]).Select((heads, tokens, seed) =>
            MultiHeadAttention.Random(6, heads, seed, headSize: 3).Trace(Samples.DrawMatrix<double>(6, tokens, seed), mask: AttentionMask.Causal));

    [Fact]
    public void Shares_OfTheHeads_AddUpToTheOutput() => Traces.Sample(trace =>
    {
        Matrix<double> sum = trace.Shares.Select(share => share.Values).Aggregate((left, right) => left + right);
        Near.Equal(sum, trace.Output.Values, RoundingBound.Joined(trace.Attention.OutputWeights, trace.Concatenated.Values, headBound: 0), "O");
    });

    [Fact]
    public void Attend_AnyLayer_IsTheOutputOfTraceExactly() =>
        Traces.Sample(trace => trace.Attention.Attend(trace.Input, mask: AttentionMask.Causal).Equals(trace.Output.Values));

    [Fact]
    public void Heads_OfALayer_AreTheirOwnSelfAttention() => Traces.Sample(trace =>
        trace.Heads.All(head => head.Attention.Attend(trace.Input, mask: AttentionMask.Causal).Equals(head.Output.Values)));

    [Fact]
    public void Concatenated_Heads_AreStackedAsRowBlocks() => Traces.Sample(trace =>
        trace.Heads.Select(head => head.Output.Values).Aggregate((upper, lower) => upper.Stack(lower)).Equals(trace.Concatenated.Values));

    [Fact]
    public void KeyValueHeads_Shared_AreTheSameMatricesForNeighbours()
    {
        MultiHeadAttention<double> layer = MultiHeadAttention.Random(8, heads: 4, seed: 1, keyValueHeads: 2);

        Assert.Equal((2, 4, 8), (layer.KeyValueHeads, layer.Heads.Count, layer.ModelSize));
        Assert.Same(layer.Heads[0].KeyWeights, layer.Heads[1].KeyWeights);
        Assert.Same(layer.Heads[2].ValueWeights, layer.Heads[3].ValueWeights);
        Assert.NotSame(layer.Heads[1].KeyWeights, layer.Heads[2].KeyWeights);
    }

    [Fact]
    public void FromHeads_OfDifferentRules_KeepsEachAsItIs()
    {
        SelfAttention<double> sharp = SelfAttention.Random(5, 4, seed: 1).With(Normalisation.Sparsemax());
        SelfAttention<double> soft = SelfAttention.Random(5, 4, seed: 2, valueSize: 2);
        MultiHeadAttention<double> layer = MultiHeadAttention.FromHeads([sharp, soft], Samples.DrawMatrix<double>(5, 6, seed: 3));
        MultiHeadTrace<double> trace = layer.Trace(Samples.DrawMatrix<double>(5, 7, seed: 4));

        Assert.Equal(sharp.Attend(trace.Input), trace.Heads[0].Output.Values);
        Assert.Equal(soft.Attend(trace.Input), trace.Heads[1].Output.Values);
        Assert.Equal([0, 1], trace.Heads.Select(head => head.Head));
    }

    [Fact]
    public void With_Rule_ReachesEveryHead()
    {
        MultiHeadAttention<double> layer = MultiHeadAttention.Random(8, 2, seed: 1)
            .With(Score.DotProduct()).With(Normalisation.Relu()).With(new RotaryPositions());

        Assert.All(layer.Heads, head =>
            Assert.Equal((ScoreKind.DotProduct, "ReLU", true), (head.Score.Kind, head.Normalisation.Name, head.Rotary is not null)));
    }
}
