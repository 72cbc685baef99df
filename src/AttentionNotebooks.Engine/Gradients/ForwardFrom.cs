using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The forward pass once more with one matrix changed: all that follows from it is computed anew, by the formulas, and nothing else changes.</summary>
/// <param name="quantity">Which matrix is changed.</param>
/// <param name="changed">What stands in its place.</param>
internal sealed class ForwardFrom(AttentionQuantity quantity, Matrix<double> changed)
{
    /// <summary>O of one head.</summary>
    internal Matrix<double> Head(AttentionTrace<double> trace)
    {
        SelfAttention<double> head = trace.Attention;
        Matrix<double> input = Or(AttentionQuantity.Input, trace.Input);
        Matrix<double> source = trace.IsCrossAttention ? Or(AttentionQuantity.Source, trace.Source) : input;
        Matrix<double> queries = Or(AttentionQuantity.Queries, Or(AttentionQuantity.QueryWeights, head.QueryWeights) * input);
        Matrix<double> keys = Or(AttentionQuantity.Keys, Or(AttentionQuantity.KeyWeights, head.KeyWeights) * source);
        Matrix<double> values = Or(AttentionQuantity.Values, Or(AttentionQuantity.ValueWeights, head.ValueWeights) * source);
        queries = Or(AttentionQuantity.RotatedQueries, head.Rotary?.Apply(queries) ?? queries);
        keys = Or(AttentionQuantity.RotatedKeys, head.Rotary?.Apply(keys) ?? keys);
        Matrix<double> scores = Or(AttentionQuantity.Scores, Score(head.Score).Of(queries, keys));
        Matrix<double> weights = Or(AttentionQuantity.Weights, head.Normalisation.Apply(BiasedAndMasked(trace, scores)));
        return Or(AttentionQuantity.Output, values * weights);
    }

    /// <summary>O of a layer, where the change is one of the heads that <paramref name="concerns"/> names, or of what comes behind them.</summary>
    internal Matrix<double> Layer(MultiHeadTrace<double> trace, Func<int, bool> concerns)
    {
        Matrix<double>[] outputs = [.. trace.Heads.Select((head, index) => concerns(index) ? Head(head) : head.Output.Values)];
        Matrix<double> concatenated = Or(AttentionQuantity.Concatenated, MultiHeadAttention<double>.Stack(outputs));
        return Or(AttentionQuantity.LayerOutput, Or(AttentionQuantity.OutputWeights, trace.Attention.OutputWeights) * concatenated);
    }

    private static Matrix<double> BiasedAndMasked(AttentionTrace<double> trace, Matrix<double> scores) => scores.MapIndexed(
        (key, query, score) => trace.Mask.Allows(key, query) ? score + (trace.Attention.Alibi?.Bias(0, key, query) ?? 0) : double.NegativeInfinity,
        Zeros.Include);

    private Matrix<double> Or(AttentionQuantity which, Matrix<double> unchanged) => which == quantity ? changed : unchanged;

    private Score<double> Score(Score<double> score) => TracedQuantity.PlaceInScore(quantity, score.Kind) is { } place
        ? score.WithLearned([.. score.LearnedMatrices.Select((matrix, index) => index == place ? changed : matrix.Values)])
        : score;
}
