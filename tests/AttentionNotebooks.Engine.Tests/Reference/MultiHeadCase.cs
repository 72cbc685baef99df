using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>The engine's layer of heads and its oracle, made from the same numbers: scaled dot product, softmax.</summary>
internal sealed class MultiHeadCase<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Model = 6, Size = 4, ValueSize = 3;

    private readonly MultiHeadAttention<T> layer;
    private readonly Matrix<T> input, source;
    private readonly AttentionMask? mask;
    private readonly ReferenceSteps[] expected;

    public MultiHeadCase(int heads, int keyValueHeads, int tokens, int sourceTokens, MaskCase mask)
    {
        Matrix<T>[] queryWeights = Draw(heads, Size, seed: 1);
        Matrix<T>[] keyWeights = Draw(keyValueHeads, Size, seed: 1_001), valueWeights = Draw(keyValueHeads, ValueSize, seed: 2_001);
        layer = MultiHeadAttention.FromWeights(queryWeights, keyWeights, valueWeights, Samples.DrawMatrix<T>(Model, heads * ValueSize, seed: 3_001));
        input = Samples.DrawMatrix<T>(Model, tokens, seed: 3_002);
        source = Samples.DrawMatrix<T>(Model, sourceTokens, seed: 3_003);
        this.mask = mask.Engine(sourceTokens, tokens);
        expected = [.. queryWeights.Select((query, head) => Reference(head).Attend(input.ToDouble(), source.ToDouble()))];

        ReferenceAttention Reference(int head) =>
            new(queryWeights[head].ToDouble(), keyWeights[head * keyValueHeads / heads].ToDouble(), valueWeights[head * keyValueHeads / heads].ToDouble())
            {
                Score = ScoreCase<T>.ScaledDotProduct().Formula,
                Normalise = NormalisationCase.Softmax.Formula(),
                Allows = mask.Formula(sourceTokens),
            };
    }

    /// <summary>Asserts that Attend and every head of Trace are the oracle's.</summary>
    public void AgreesWithReference()
    {
        MultiHeadTrace<T> trace = layer.Trace(input, source, mask);
        double bound = 0;
        foreach ((AttentionTrace<T> head, ReferenceSteps steps) in trace.Heads.Zip(expected))
        {
            RoundingBound own = RoundingBound.Of(
                head.Attention, ScoreCase<T>.ScaledDotProduct().Magnitude, NormalisationCase.Softmax.Sensitivity(), input, source, greatestWeight: 1);
            Near.Equal(steps.Weights, head.Weights.Values, own.Weights, $"A′ of head {head.Head}");
            Near.Equal(steps.Output, head.Output.Values, own.Output, $"O of head {head.Head}");
            bound = Math.Max(bound, own.Output);
        }

        Matrix<double> stacked = expected.Select(steps => steps.Output).Aggregate((upper, lower) => upper.Stack(lower));
        Matrix<double> output = layer.OutputWeights.ToDouble() * stacked;
        double joined = RoundingBound.Joined(layer.OutputWeights, stacked, bound);
        Near.Equal(output, trace.Output.Values, joined, "O");
        Near.Equal(output, layer.Attend(input, source, mask), joined, "Attend");
    }

    private static Matrix<T>[] Draw(int heads, int rows, int seed) =>
        [.. Enumerable.Range(seed, heads).Select(own => Samples.DrawMatrix<T>(rows, Model, own))];
}
