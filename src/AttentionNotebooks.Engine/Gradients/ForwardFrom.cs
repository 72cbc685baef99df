using MathNet.Numerics.LinearAlgebra;
using static AttentionNotebooks.AttentionQuantity;

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
        Matrix<double> input = Or(Input, trace.Input);
        Matrix<double> source = trace.IsCrossAttention ? Or(Source, trace.Source) : input;
        Matrix<double> queries = Or(Queries, Plus(Or(QueryWeights, head.QueryWeights) * input, QueryBias, head.QueryBias));
        Matrix<double> keys = Or(Keys, Plus(Or(KeyWeights, head.KeyWeights) * source, KeyBias, head.KeyBias));
        Matrix<double> values = Or(Values, Plus(Or(ValueWeights, head.ValueWeights) * source, ValueBias, head.ValueBias));
        queries = Or(RotatedQueries, head.Rotary?.Apply(queries) ?? queries);
        keys = Or(RotatedKeys, head.Rotary?.Apply(keys) ?? keys);
        Matrix<double> scores = Or(Scores, Score(head.Score).Of(queries, keys));
        Matrix<double> weights = Or(Weights, head.Normalisation.Apply(BiasedAndMasked(trace, scores)));
        return Or(Output, values * weights);
    }

    /// <summary>O of a layer, where the change is one of the heads that <paramref name="concerns"/> names, or of what comes behind them.</summary>
    internal Matrix<double> Layer(MultiHeadTrace<double> trace, Func<int, bool> concerns)
    {
        Matrix<double>[] outputs = [.. trace.Heads.Select((head, index) => concerns(index) ? Head(head) : head.Output.Values)];
        Matrix<double> concatenated = Or(Concatenated, MultiHeadAttention<double>.Stack(outputs));
        Matrix<double> joined = Or(OutputWeights, trace.Attention.OutputWeights) * concatenated;
        return Or(LayerOutput, Plus(joined, OutputBias, trace.Attention.OutputBias));
    }

    private static Matrix<double> BiasedAndMasked(AttentionTrace<double> trace, Matrix<double> scores) => scores.MapIndexed(
        (key, query, score) => trace.Mask.Allows(key, query) ? score + (trace.Attention.Alibi?.Bias(0, key, query) ?? 0) : double.NegativeInfinity,
        Zeros.Include);

    private Matrix<double> Or(AttentionQuantity which, Matrix<double> unchanged) => which == quantity ? changed : unchanged;

    /// <summary>A bias in every column, where there is one.</summary>
    private Matrix<double> Plus(Matrix<double> product, AttentionQuantity which, Vector<double>? bias)
    {
        if (bias is null) return product;
        Matrix<double> column = Or(which, bias.ToColumnMatrix());
        return product.MapIndexed((row, _, entry) => entry + column[row, 0], Zeros.Include);
    }

    private Score<double> Score(Score<double> score) => TracedQuantity.PlaceInScore(quantity, score.Kind) is { } place
        ? score.WithLearned([.. score.LearnedMatrices.Select((matrix, index) => index == place ? changed : matrix.Values)])
        : score;
}
