using static AttentionNotebooks.Formula;

namespace AttentionNotebooks;

/// <summary>The three steps of the vector view.</summary>
internal static class TokenSteps
{
    internal static Step[] Of<T>(TokenTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ChosenPair pair = Strongest(trace);
        return [Score(trace, pair), Normalise(trace, pair), Sum(trace, pair)];
    }

    private static Step Score<T>(TokenTrace<T> trace, ChosenPair pair)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        SelfAttention<T> head = trace.Attention;
        Formula score = ScoreFormulas.Of(head.Score.Kind, head.HeadSize);
        return new Step
        {
            Title = "Scores",
            Words = "The query of the token is held against every key, its own included."
                + (head.Rotary is null ? "" : " Query and keys are turned by their positions."),
            Headline = Sub("α", Pair("i")),
            Shape = new Shape(trace.Scores.Values.Count, 1),
            Formulas = [[Row(Sub("α", Pair("i")), "=", head.Alibi is null ? score : Row(score, "−", "m", Abs("i", "−", "j")))]],
            Example = new WorkedExample($"For {pair.Description}:", [pair.Of("α"), .. Worked(trace, pair), Row("=", Entries.Of(trace.Scores.Values)[pair.Key])]),
            Pictures = [trace.Query.Figure()],
        };
    }

    /// <summary>The score in numbers; nothing to work out where the mask forbids the pair.</summary>
    private static Formula[] Worked<T>(TokenTrace<T> trace, ChosenPair pair)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (T.IsNegativeInfinity(trace.Scores[pair.Key])) return [];
        Formula score = ScoreFormulas.Worked(
            trace.Attention.Score,
            trace.Query.Values,
            Entries.Of(trace.Query.Values),
            Entries.Column(trace.Keys, pair.Key),
            trace.Keys.Values.Column(pair.Key));
        return trace.Attention.Alibi is not { } alibi
            ? [Row("=", score)]
            : [Row("=", score), Row("−", Entries.Of(alibi.Slopes[0]).Factor(0), "·", Abs(ScoreFormulas.Whole(pair.Key), "−", ScoreFormulas.Whole(pair.Query)))];
    }

    private static Step Normalise<T>(TokenTrace<T> trace, ChosenPair pair)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Normalisation normalisation = trace.Attention.Normalisation;
        return new Step
        {
            Title = "Weights",
            Words = $"The scores become weights by {normalisation.Name}: how much the token takes from each key.",
            Headline = SubSup("α", Pair("i"), "′"),
            Shape = new Shape(trace.Weights.Values.Count, 1),
            Formulas = [[Row(SubSup("α", Pair("i"), "′"), "=", NormalisationFormulas.Of(normalisation, key => Sub("α", Pair(key))))]],
            Example = new WorkedExample(
                $"For {pair.Description}:",
                WeightSteps.Worked(normalisation, pair, Entries.Of(trace.Scores.Values), Entries.Of(trace.Weights.Values))),
        };
    }

    private static Step Sum<T>(TokenTrace<T> trace, ChosenPair pair)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new()
        {
            Title = "Weighted sum",
            Words = "Each value is multiplied by its weight; what the token becomes is the sum of these addends.",
            Headline = Sup("b", "j"),
            Shape = new Shape(trace.Output.Values.Count, 1),
            Formulas = [[Row(Sup("b", "j"), "=", Formula.Sum("i", Row(SubSup("α", Pair("i"), "′"), "·", Sup("v", "i"))))]],
            Example = new WorkedExample(
                "Its first entry:",
                Row(Sub("b", "1"), Group(Formula.Words(pair.QueryLabel))),
                Row("=", Addition.OfProducts(Entries.Of(trace.Weights.Values), Entries.Row(trace.Values.Values, 0))),
                Row("=", Entries.Of(trace.Output.Values)[0])),
            Pictures = [TokenTable.Of(trace)],
        };

    private static ChosenPair Strongest<T>(TokenTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        ChosenPair.Of(trace.Weights.Values.MaximumIndex(), trace.Index, trace.Scores.Labels, trace.Token);

    private static Formula Pair(string key) => Row("j", ",", key);
}
