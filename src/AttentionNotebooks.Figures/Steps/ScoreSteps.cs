using static AttentionNotebooks.Formula;

namespace AttentionNotebooks;

/// <summary>From queries and keys to the scores, and what positions and masks do to them.</summary>
internal static class ScoreSteps
{
    private static readonly Formula Entry = Sub("A", Row("i", ",", "j"));

    internal static Step Score<T>(AttentionTrace<T> trace, ChosenPair pair)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Score<T> score = trace.Attention.Score;
        LabelledMatrix<T> queries = trace.RotatedQueries ?? trace.Queries, keys = trace.RotatedKeys ?? trace.Keys;
        int size = queries.Values.RowCount;
        Formula q = trace.RotatedQueries is null ? "Q" : Hat("Q"), k = trace.RotatedKeys is null ? "K" : Hat("K");
        return new Step
        {
            Title = "Scores",
            Words = "How well each key answers each query: row i is the key, column j the query.",
            Headline = ScoreFormulas.OfMatrices(score.Kind, q, k, size),
            Shape = trace.Scores.Shape,
            Formulas = [[Row(Entry, "=", ScoreFormulas.Of(score.Kind, size))]],
            Shapes = Shapes(score, trace.Scores.Shape, keys.Shape, queries.Shape),
            Example = new WorkedExample(
                $"The pair with the greatest weight, {pair.Description}:",
                pair.Of("α"),
                Row("=", ScoreFormulas.Worked(
                    score,
                    queries.Values.Column(pair.Query),
                    Entries.Column(queries, pair.Query),
                    Entries.Column(keys, pair.Key),
                    keys.Values.Column(pair.Key))),
                Row("=", Entries.Column(trace.Scores, pair.Query)[pair.Key])),
            Pictures = [trace.Scores.Figure()],
        };
    }

    /// <summary>Scores that lose with the distance; null without ALiBi.</summary>
    internal static Step? Bias<T>(AttentionTrace<T> trace, ChosenPair pair)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (trace.Attention.Alibi is not { } alibi || trace.BiasedScores is not { } biased) return null;
        Entries slope = Entries.Of(alibi.Slopes[0]);
        return new Step
        {
            Title = "Linear biases (ALiBi)",
            Words = "A score loses in proportion to the distance between key and query.",
            Headline = Row(Entry, "−", "m", Abs("i", "−", "j")),
            Shape = biased.Shape,
            Formulas = [[Row("m", "=", slope[0])]],
            Example = new WorkedExample(
                $"The same pair, {pair.Description}, at the positions {pair.Key} and {pair.Query}:",
                pair.Of("α"),
                Row(
                    "=",
                    Entries.Column(trace.Scores, pair.Query)[pair.Key],
                    "−",
                    slope.Factor(0),
                    "·",
                    Abs(ScoreFormulas.Whole(pair.Key), "−", ScoreFormulas.Whole(pair.Query))),
                Row("=", Entries.Column(biased, pair.Query)[pair.Key])),
            Pictures = [biased.Figure()],
        };
    }

    /// <summary>Scores with −∞ where the mask forbids; null without a mask.</summary>
    internal static Step? Mask<T>(AttentionTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (trace.MaskedScores is not { } masked) return null;
        (int key, int query, T Value)[] forbidden = [.. masked.Values.EnumerateIndexed().Where(entry => T.IsNegativeInfinity(entry.Item3)).Take(1)];
        return new Step
        {
            Title = $"Mask ({trace.Mask.Name})",
            Words = "Where a query must not attend to a key, the score becomes −∞; no normalisation gives that key any weight.",
            Headline = Row(Entry, "=", "−∞"),
            Shape = masked.Shape,
            Formulas = [[Row(Entry, "=", "−∞", Formula.Words(" where the mask forbids key i to query j"))]],
            Example = forbidden.Length == 0 ? null : Forbidden(ChosenPair.At(masked, forbidden[0].key, forbidden[0].query)),
            Pictures = [masked.Figure()],
        };
    }

    private static WorkedExample Forbidden(ChosenPair pair) => new($"For example {pair.Description}:", pair.Of("α"), Row("=", "−∞"));

    private static string[] Shapes<T>(Score<T> score, Shape scores, Shape keys, Shape queries)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => score switch
        {
            BilinearScore<T> bilinear => [$"A: {scores} = {keys.Columns}×{keys.Rows} · {Shape.Of(bilinear.Weights)} · {queries}"],
            AdditiveScore<T> additive =>
            [
                $"A is {scores}",
                $"W₁ is {Shape.Of(additive.QueryWeights)}",
                $"W₂ is {Shape.Of(additive.KeyWeights)}",
                $"u has {additive.Combination.Count} entries",
            ],
            _ => [$"A: {scores} = {keys.Columns}×{keys.Rows} · {queries}"],
        };
}
