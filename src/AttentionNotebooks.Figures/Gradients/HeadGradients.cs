using MathNet.Numerics.LinearAlgebra;
using static AttentionNotebooks.Formula;
using static AttentionNotebooks.GradientFormulas;

namespace AttentionNotebooks;

/// <summary>The matrices of one head beside their gradients, in the order of the chain rule: from the output back to the input.</summary>
internal sealed class HeadGradients<T>(AttentionTraceGradients<T> gradients)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    private readonly AttentionTrace<T> trace = gradients.Trace;
    private readonly SelfAttention<T> head = gradients.Trace.Attention;

    private string Source => trace.IsCrossAttention ? "S" : "I";

    private ScoreKind Kind => head.Score.Kind;

    /// <param name="ofLayer">True where the head is one of a layer: the input belongs to all of them.</param>
    internal IEnumerable<GradientPart> Parts(bool ofLayer) =>
    [
        GradientPart.Of(AttentionQuantity.Output, trace.Output, gradients.Output, "Here the way back begins: how the loss changes with each entry of the output.", Gradient("O")),
        GradientPart.Of(AttentionQuantity.Values, trace.Values, gradients.Values, "A value gets what the outputs that took from it want, each times its weight.", Chain("V", Gradient("O"), "·", Sup(Weights, "T"))),
        GradientPart.Of(AttentionQuantity.Weights, trace.Weights, gradients.Weights, "Whether an output wants more of a key's value (below zero) or less (above).", Chain(Weights, Sup("V", "T"), "·", Gradient("O"))),
        GradientPart.Of(AttentionQuantity.Scores, trace.Scores, gradients.Scores, $"Back through {head.Normalisation.Name}, column by column.", Gradient("A"), [GradientFormulas.Of(head.Normalisation)]),
        .. Rotated(),
        Queries(),
        Keys(),
        .. Learned(),
        .. ofLayer ? [] : Inputs(),
    ];

    private IEnumerable<GradientPart> Rotated()
    {
        if (trace.RotatedQueries is not { } queries || trace.RotatedKeys is not { } keys) yield break;
        yield return GradientPart.Of(AttentionQuantity.RotatedQueries, queries, gradients.RotatedQueries!, "What the scores want of the turned queries.", OfQueries(Hat("Q"), Hat("K")));
        yield return GradientPart.Of(AttentionQuantity.RotatedKeys, keys, gradients.RotatedKeys!, "What the scores want of the turned keys.", OfKeys(Hat("K"), Hat("Q")));
    }

    private GradientPart Queries() => trace.RotatedQueries is null
        ? GradientPart.Of(AttentionQuantity.Queries, trace.Queries, gradients.Queries, "A query gets what its scores want, by way of the keys.", OfQueries("Q", "K"))
        : GradientPart.Of(AttentionQuantity.Queries, trace.Queries, gradients.Queries, "The gradient of the turned queries, turned back.", Gradient("Q"));

    private GradientPart Keys() => trace.RotatedKeys is null
        ? GradientPart.Of(AttentionQuantity.Keys, trace.Keys, gradients.Keys, "A key gets what its scores want, by way of the queries.", OfKeys("K", "Q"))
        : GradientPart.Of(AttentionQuantity.Keys, trace.Keys, gradients.Keys, "The gradient of the turned keys, turned back.", Gradient("K"));

    private Formula OfQueries(Formula queries, Formula keys) =>
        OfScore(Kind, Row(keys, "·", Gradient("A")), trace.Queries.Values.RowCount) is { } product ? Chain(queries, product) : Gradient(queries);

    private Formula OfKeys(Formula keys, Formula queries) =>
        OfScore(Kind, Row(queries, "·", Sup(Group(Gradient("A")), "T")), trace.Queries.Values.RowCount) is { } product ? Chain(keys, product) : Gradient(keys);

    /// <summary>What gradient descent moves.</summary>
    private IEnumerable<GradientPart> Learned()
    {
        foreach ((LabelledMatrix<T> matrix, LabelledMatrix<T> gradient, AttentionQuantity quantity) in head.Score.LearnedMatrices.Zip(gradients.ScoreMatrices, OfLearnedScore(Kind)))
            yield return GradientPart.Of(quantity, matrix, gradient, "Learned by the score itself.", Gradient(Formula.Words(matrix.Symbol)));

        yield return Weight(AttentionQuantity.QueryWeights, "Query weights", "q", head.QueryWeights, gradients.QueryWeights, Gradient("Q"), "I");
        yield return Weight(AttentionQuantity.KeyWeights, "Key weights", "k", head.KeyWeights, gradients.KeyWeights, Gradient("K"), Source);
        yield return Weight(AttentionQuantity.ValueWeights, "Value weights", "v", head.ValueWeights, gradients.ValueWeights, Gradient("V"), Source);
        if (gradients.QueryBias is { } query) yield return Bias(AttentionQuantity.QueryBias, "Query bias", "q", head.QueryBias!, query);
        if (gradients.KeyBias is { } key) yield return Bias(AttentionQuantity.KeyBias, "Key bias", "k", head.KeyBias!, key);
        if (gradients.ValueBias is { } value) yield return Bias(AttentionQuantity.ValueBias, "Value bias", "v", head.ValueBias!, value);
    }

    private IEnumerable<GradientPart> Inputs()
    {
        Formula queries = Row(WeightOf("q"), "·", Gradient("Q")), others = Row(WeightOf("k"), "·", Gradient("K"), "+", WeightOf("v"), "·", Gradient("V"));
        if (!trace.IsCrossAttention)
        {
            yield return GradientPart.Of(AttentionQuantity.Input, trace.Input, gradients.Input, "By way of queries, keys and values, added up.", Chain("I", queries, "+", others));
            yield break;
        }

        yield return GradientPart.Of(AttentionQuantity.Input, trace.Input, gradients.Input, "By way of the queries.", Chain("I", queries));
        yield return GradientPart.Of(AttentionQuantity.Source, trace.Source, gradients.Source, "By way of keys and values, added up.", Chain("S", others));

        static Formula WeightOf(string of) => Sup(Group(Sup("W", of)), "T");
    }

    private static GradientPart Weight(AttentionQuantity quantity, string name, string of, Matrix<T> weights, LabelledMatrix<T> gradient, Formula rows, string tokens) => GradientPart.Of(
        quantity,
        new LabelledMatrix<T>(weights, name, $"W^{of}", columnLabels: gradient.ColumnLabels),
        gradient,
        "Learned: a step of gradient descent goes the other way.",
        Chain(Sup("W", of), rows, "·", Sup(tokens, "T")));

    private static GradientPart Bias(AttentionQuantity quantity, string name, string of, Vector<T> bias, LabelledMatrix<T> gradient) => GradientPart.Of(
        quantity, new LabelledMatrix<T>(bias.ToColumnMatrix(), name, $"b^{of}"), gradient, "Learned: the sum over all tokens.", Gradient(Sup("b", of)));

    private static AttentionQuantity[] OfLearnedScore(ScoreKind kind) => kind switch
    {
        ScoreKind.Bilinear => [AttentionQuantity.BilinearWeights],
        ScoreKind.Additive => [AttentionQuantity.AdditiveQueryWeights, AttentionQuantity.AdditiveKeyWeights, AttentionQuantity.AdditiveCombination],
        _ => [],
    };
}
