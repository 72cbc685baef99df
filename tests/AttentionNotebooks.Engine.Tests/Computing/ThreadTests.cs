using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Computing;

/// <summary>Results have the same bits on any number of threads, and for any number of callers at once.</summary>
public sealed class ThreadTests
{
    private const int ModelSize = 96, HeadCount = 6, Tokens = 401, SourceTokens = 517;

    public static TheoryData<MaskCase> Masks => [MaskCase.None, MaskCase.Causal, MaskCase.CausalPaddingTable];

    public static TheoryData<string> Layers => [.. LayerCases<float>().Keys];

    [Theory]
    [MemberData(nameof(Masks))]
    public void HeadsFromQueriesKeysAndValues_OnAnyNumberOfThreads_HaveTheSameBits(MaskCase mask)
    {
        HaveTheSameBits<float>(mask);
        HaveTheSameBits<double>(mask);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Layer_OnAnyNumberOfThreads_HasTheSameBits(string name)
    {
        HasTheSameBits(LayerCases<float>()[name]);
        HasTheSameBits(LayerCases<double>()[name]);
    }

    [Fact]
    public void Calls_ManyAtOnce_HaveTheSameBitsAsOneAfterAnother()
    {
        MultiHeadAttention<float> layer = LayerCases<float>()["grouped, rotary"];
        Matrix<float>[] inputs = [.. Enumerable.Range(1, 16).Select(seed => Samples.DrawMatrix<float>(ModelSize, 20 * seed, seed))];
        Matrix<float>[] expected = [.. inputs.Select(input => layer.Attend(input, mask: AttentionMask.Causal))], found = new Matrix<float>[inputs.Length];
        Parallel.For(0, inputs.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index => found[index] = index % 2 == 0
            ? layer.Attend(inputs[index], mask: AttentionMask.Causal)
            : layer.Trace(inputs[index], mask: AttentionMask.Causal).Output.Values);
        Bits.Same(expected, found, "calls at once");
    }

    private static Dictionary<string, MultiHeadAttention<T>> LayerCases<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        MultiHeadAttention<T> layer = MultiHeadAttention.Random<T>(ModelSize, HeadCount, seed: 1);
        return new()
        {
            ["softmax"] = layer,
            ["grouped, rotary"] = MultiHeadAttention.Random<T>(ModelSize, HeadCount, seed: 1, keyValueHeads: 2).With(new RotaryPositions()),
            ["sharp, with biases"] = layer.With(Normalisation.Softmax(0.25)).With(Alibi.ForHeads(HeadCount)),
            ["sigmoid"] = layer.With(Normalisation.Sigmoid()),
        };
    }

    private static void HaveTheSameBits<T>(MaskCase mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadSizes sizes = new(Tokens, SourceTokens, Query: 32, Value: 25);
        ThreadCounts.AreWorthwhile(3.0 * Tokens * SourceTokens * (sizes.Query + sizes.Value));
        HeadMatrices<T> matrices = new(heads: 3, keyHeads: 1, sizes);
        (Matrix<T>[] outputs, Matrix<T>[] weights) = matrices.AttendInto(mask.Engine(SourceTokens, Tokens), ThreadCounts.Options(1));
        Assert.All(ThreadCounts.All, threads =>
        {
            AttentionMask? own = mask.Engine(SourceTokens, Tokens);
            Bits.Same(outputs, matrices.Attend(own, ThreadCounts.Options(threads)), $"O alone on {threads} threads");
            (Matrix<T>[] sameOutputs, Matrix<T>[] sameWeights) = matrices.AttendInto(own, ThreadCounts.Options(threads));
            Bits.Same(outputs, sameOutputs, $"O on {threads} threads");
            Bits.Same(weights, sameWeights, $"A′ on {threads} threads");
        });
    }

    private static void HasTheSameBits<T>(MultiHeadAttention<T> layer)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ThreadCounts.AreWorthwhile((double)HeadCount * Tokens * SourceTokens * 2 * ModelSize / HeadCount);
        Matrix<T> input = Samples.DrawMatrix<T>(ModelSize, Tokens, seed: 1), source = Samples.DrawMatrix<T>(ModelSize, SourceTokens, seed: 2);
        MultiHeadTrace<T> expected = layer.Trace(input, source, AttentionMask.Causal, ThreadCounts.Options(1));
        Assert.All(ThreadCounts.All, threads =>
        {
            Bits.Same([expected.Output.Values], [layer.Attend(input, source, AttentionMask.Causal, ThreadCounts.Options(threads))], $"Attend on {threads} threads");
            MultiHeadTrace<T> trace = layer.Trace(input, source, AttentionMask.Causal, ThreadCounts.Options(threads));
            Bits.Same([expected.Output.Values], [trace.Output.Values], $"Trace on {threads} threads");
            foreach ((AttentionTrace<T> one, AttentionTrace<T> other) in expected.Heads.Zip(trace.Heads))
                Bits.Same(Matrices(one), Matrices(other), $"head {one.Head} on {threads} threads");
        });
    }

    private static Matrix<T>[] Matrices<T>(AttentionTrace<T> head)
        where T : unmanaged, IFloatingPointIeee754<T> => [head.Queries, head.Keys, head.Values, head.Scores, head.MaskedScores!, head.Weights, head.Output];
}
