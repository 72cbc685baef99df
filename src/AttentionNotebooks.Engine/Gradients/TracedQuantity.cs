using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>A matrix of a trace and its gradient.</summary>
/// <param name="Values">X.</param>
/// <param name="Gradient">dL/dX.</param>
internal sealed record TracedQuantity(Matrix<double> Values, LabelledMatrix<double> Gradient)
{
    /// <summary>That of one head.</summary>
    /// <exception cref="ArgumentException">The trace has none.</exception>
    internal static TracedQuantity Of(AttentionQuantity quantity, AttentionTraceGradients<double> gradients)
    {
        AttentionTrace<double> trace = gradients.Trace;
        SelfAttention<double> head = trace.Attention;
        return quantity switch
        {
            AttentionQuantity.Input => new(trace.Input, gradients.Input),
            AttentionQuantity.Source when trace.IsCrossAttention => new(trace.Source, gradients.Source),
            AttentionQuantity.QueryWeights => new(head.QueryWeights, gradients.QueryWeights),
            AttentionQuantity.KeyWeights => new(head.KeyWeights, gradients.KeyWeights),
            AttentionQuantity.ValueWeights => new(head.ValueWeights, gradients.ValueWeights),
            AttentionQuantity.QueryBias when head.QueryBias is { } bias => new(bias.ToColumnMatrix(), gradients.QueryBias!),
            AttentionQuantity.KeyBias when head.KeyBias is { } bias => new(bias.ToColumnMatrix(), gradients.KeyBias!),
            AttentionQuantity.ValueBias when head.ValueBias is { } bias => new(bias.ToColumnMatrix(), gradients.ValueBias!),
            AttentionQuantity.Queries => new(trace.Queries, gradients.Queries),
            AttentionQuantity.Keys => new(trace.Keys, gradients.Keys),
            AttentionQuantity.Values => new(trace.Values, gradients.Values),
            AttentionQuantity.RotatedQueries when trace.RotatedQueries is { } queries => new(queries, gradients.RotatedQueries!),
            AttentionQuantity.RotatedKeys when trace.RotatedKeys is { } keys => new(keys, gradients.RotatedKeys!),
            AttentionQuantity.Scores => new(trace.Scores, gradients.Scores),
            AttentionQuantity.Weights => new(trace.Weights, gradients.Weights),
            AttentionQuantity.Output => new(trace.Output, gradients.Output),
            _ when PlaceInScore(quantity, head.Score.Kind) is { } place => new(head.Score.LearnedMatrices[place], gradients.ScoreMatrices[place]),
            _ => throw Check.Wrong(nameof(quantity), $"quantity must be a matrix of this trace: it has no {quantity}."),
        };
    }

    /// <summary>That of a layer: of one of its heads, of what heads share, or of what comes behind them.</summary>
    /// <exception cref="ArgumentException">The trace has none.</exception>
    internal static TracedQuantity Of(AttentionQuantity quantity, MultiHeadGradients<double> gradients, int head)
    {
        MultiHeadTrace<double> trace = gradients.Trace;
        int keyHead = head * trace.Attention.KeyValueHeads / trace.Heads.Count;
        return quantity switch
        {
            AttentionQuantity.Concatenated => new(trace.Concatenated, gradients.Concatenated),
            AttentionQuantity.OutputWeights => new(trace.Attention.OutputWeights, gradients.OutputWeights),
            AttentionQuantity.OutputBias when trace.Attention.OutputBias is { } bias => new(bias.ToColumnMatrix(), gradients.OutputBias!),
            AttentionQuantity.LayerOutput => new(trace.Output, gradients.Output),
            _ => Of(quantity, gradients.Heads[head]) is var own && Shared() is { } sum ? own with { Gradient = sum } : own,
        };

        LabelledMatrix<double>? Shared() => quantity switch
        {
            AttentionQuantity.Input => gradients.Input,
            AttentionQuantity.Source => gradients.Source,
            AttentionQuantity.Keys => gradients.Keys[keyHead],
            AttentionQuantity.Values => gradients.Values[keyHead],
            AttentionQuantity.KeyWeights => gradients.KeyWeights[keyHead],
            AttentionQuantity.ValueWeights => gradients.ValueWeights[keyHead],
            AttentionQuantity.KeyBias => gradients.KeyBiases[keyHead],
            AttentionQuantity.ValueBias => gradients.ValueBiases[keyHead],
            _ => PlaceInScore(quantity, trace.Heads[head].Attention.Score.Kind) is { } place ? gradients.ScoreMatrices[head][place] : null,
        };
    }

    /// <summary>Whether a matrix of one head of a layer is that of another head too.</summary>
    internal static bool IsShared(AttentionQuantity quantity, MultiHeadAttention<double> layer, int head, int other) => quantity switch
    {
        AttentionQuantity.Input or AttentionQuantity.Source => true,
        AttentionQuantity.Keys or AttentionQuantity.KeyWeights or AttentionQuantity.KeyBias or
        AttentionQuantity.Values or AttentionQuantity.ValueWeights or AttentionQuantity.ValueBias =>
            head * layer.KeyValueHeads / layer.Heads.Count == other * layer.KeyValueHeads / layer.Heads.Count,
        AttentionQuantity.BilinearWeights or AttentionQuantity.AdditiveQueryWeights or AttentionQuantity.AdditiveKeyWeights or AttentionQuantity.AdditiveCombination =>
            ReferenceEquals(layer.Heads[head].Score, layer.Heads[other].Score),
        _ => head == other,
    };

    /// <summary>Where among <see cref="Score{T}.LearnedMatrices"/> of such a score it stands; null: it is none of them.</summary>
    internal static int? PlaceInScore(AttentionQuantity quantity, ScoreKind kind) => (kind, quantity) switch
    {
        (ScoreKind.Bilinear, AttentionQuantity.BilinearWeights) => 0,
        (ScoreKind.Additive, AttentionQuantity.AdditiveQueryWeights) => 0,
        (ScoreKind.Additive, AttentionQuantity.AdditiveKeyWeights) => 1,
        (ScoreKind.Additive, AttentionQuantity.AdditiveCombination) => 2,
        _ => null,
    };
}
