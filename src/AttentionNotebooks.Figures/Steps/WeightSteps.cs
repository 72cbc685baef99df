using static AttentionNotebooks.Formula;

namespace AttentionNotebooks;

/// <summary>From the scores to the weights, and from the weights to the output.</summary>
internal static class WeightSteps
{
    private static readonly Formula Weights = Sup("A", "′");

    internal static Step Normalise<T>(AttentionTrace<T> trace, ChosenPair pair)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Normalisation normalisation = trace.Attention.Normalisation;
        return new Step
        {
            Title = "Weights",
            Words = $"Each column of scores becomes a column of weights by {normalisation.Name}: how much a query takes from each key.",
            Headline = Row(Weights, "=", NormalisationFormulas.OfMatrix(normalisation)),
            Shape = trace.Weights.Shape,
            Formulas = [[Row(SubSup("A", Pair("i"), "′"), "=", NormalisationFormulas.Of(normalisation, key => Sub("A", Pair(key))))]],
            Example = new WorkedExample(
                $"The greatest weight, {pair.Description}:",
                Worked(
                    normalisation,
                    pair,
                    Entries.Column(trace.NormalisedScores, pair.Query),
                    Entries.Column(trace.Weights, pair.Query))),
            Pictures = [trace.Weights.Figure(), StepBudget.Heatmap(trace.Map)],
        };
    }

    internal static Step Sum<T>(AttentionTrace<T> trace, ChosenPair pair)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new()
        {
            Title = "Output",
            Words = "The output of a query is the sum of all values, each times its weight.",
            Headline = Row("O", "=", "V", "·", Weights),
            Shape = trace.Output.Shape,
            Formulas = [[Row(Sup("b", "j"), "=", Formula.Sum("i", Row(SubSup("A", Pair("i"), "′"), "·", Sup("v", "i"))))]],
            Shapes = [$"O: {trace.Output.Shape} = {trace.Values.Shape} · {trace.Weights.Shape}"],
            Example = new WorkedExample(
                $"First entry of the output of {TokenText.Isolate(pair.QueryLabel)}:",
                Row(Sub("b", "1"), Group(Formula.Words(pair.QueryLabel))),
                Row("=", Addition.OfProducts(Entries.Column(trace.Weights, pair.Query), Entries.Row(trace.Values.Values, 0))),
                Row("=", Entries.Column(trace.Output, pair.Query)[0])),
            Pictures = [trace.Output.Figure()],
        };

    /// <summary>The weight of a pair from the scores of its query, in numbers.</summary>
    internal static Formula[] Worked(Normalisation normalisation, ChosenPair pair, Entries scores, Entries weights)
    {
        Formula symbol = pair.Of(Sup("α", "′")), result = Row("=", weights[pair.Key]);
        if (!double.IsFinite(scores.Value(pair.Key))) return [symbol, result];
        return [symbol, Row("=", NormalisationFormulas.Worked(normalisation, scores, pair.Key, weights.Value(pair.Key))), result];
    }

    private static Formula Pair(string key) => Row(key, ",", "j");
}
