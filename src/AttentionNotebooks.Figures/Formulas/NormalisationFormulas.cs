using static AttentionNotebooks.Formula;

namespace AttentionNotebooks;

/// <summary>The formula of each normalisation: for one key of one query, and the same with its numbers.</summary>
internal static class NormalisationFormulas
{
    /// <summary>How the normalisation is written as a function of all scores, for example <c>softmax(A)</c>.</summary>
    internal static Formula OfMatrix(Normalisation normalisation) => normalisation switch
    {
        SoftmaxNormalisation { Temperature: not 1 } softmax => Call("softmax", "A", "/", Plain(softmax.Temperature)),
        ReluNormalisation { PerKey: true } => Frac(Call("max", "A", ",", "0"), "n"),
        ReluNormalisation => Call("max", "A", ",", "0"),
        SigmoidNormalisation { Bias: not 0 } sigmoid => Call("sigmoid", ["A", .. Plus(sigmoid.Bias)]),
        _ => Call(normalisation.Name, "A"),
    };

    /// <summary>The weight from the score of the same key, and the scores of all keys m.</summary>
    /// <param name="normalisation">Which.</param>
    /// <param name="score">How the score of a key is written, given its index.</param>
    internal static Formula Of(Normalisation normalisation, Func<string, Formula> score) => normalisation switch
    {
        SoftmaxNormalisation softmax => Frac(Exponential(softmax, score("i")), Sum("m", Exponential(softmax, score("m")))),
        ReluNormalisation { PerKey: true } => Frac(Call("max", score("i"), ",", "0"), "n"),
        ReluNormalisation => Call("max", score("i"), ",", "0"),
        SigmoidNormalisation sigmoid => Logistic(sigmoid, score("i")),
        _ => Row(Call("max", score("i"), "−", "τ", ",", "0"), Words(", with τ such that the weights of a query sum to 1")),
    };

    /// <summary>The weight of one key in numbers.</summary>
    /// <param name="normalisation">Which.</param>
    /// <param name="scores">The scores of all keys for the query.</param>
    /// <param name="key">Which key; its score is finite.</param>
    /// <param name="weight">What the engine made of it.</param>
    internal static Formula Worked(Normalisation normalisation, Entries scores, int key, double weight) => normalisation switch
    {
        SoftmaxNormalisation softmax => Frac(
            Exponential(softmax, scores[key]),
            Addition.Of(scores.Count, place => Exponential(softmax, scores[OwnFirst(place, key)]))),
        ReluNormalisation { PerKey: true } => Frac(Call("max", scores[key], ",", "0"), ScoreFormulas.Whole(Allowed(scores))),
        ReluNormalisation => Call("max", scores[key], ",", "0"),
        SigmoidNormalisation sigmoid => Logistic(sigmoid, scores[key]),
        _ => Call("max", scores[key], "−", Entries.Of(scores.Value(key) - weight).Factor(0), ",", "0"),
    };

    private static Formula Exponential(SoftmaxNormalisation softmax, Formula score) =>
        softmax.Temperature == 1 ? Call("exp", score) : Call("exp", score, "/", Plain(softmax.Temperature));

    private static Formula Logistic(SigmoidNormalisation sigmoid, Formula score) =>
        Frac("1", Row("1", "+", Call("exp", Negative(Group([score, .. Plus(sigmoid.Bias)])))));

    private static Formula[] Plus(double addend) => addend switch { 0 => [], < 0 => ["−", Plain(-addend)], _ => ["+", Plain(addend)] };

    private static Formula Plain(double parameter) => Number(parameter.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The addends with the key's own first, so that an ellipsis never hides it.</summary>
    private static int OwnFirst(int place, int own) => place == 0 ? own : place <= own ? place - 1 : place;

    private static int Allowed(Entries scores) => Enumerable.Range(0, scores.Count).Count(key => !double.IsNegativeInfinity(scores.Value(key)));
}
