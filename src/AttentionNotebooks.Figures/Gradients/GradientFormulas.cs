using static AttentionNotebooks.Formula;

namespace AttentionNotebooks;

/// <summary>The chain rule through scores and normalisations.</summary>
internal static class GradientFormulas
{
    internal static readonly Formula Weights = Sup("A", "′");

    private static readonly Formula Pair = Row("i", ",", "j");
    private static readonly Formula WeightOfPair = SubSup("A", Pair, "′");

    /// <summary>dL/dX = …</summary>
    internal static Formula Chain(Formula matrix, params Formula[] formula) => Row([Gradient(matrix), "=", .. formula]);

    /// <summary>From dL/dA′ to dL/dA, entry by entry.</summary>
    internal static Formula Of(Normalisation normalisation) => Row(Gradient(Sub("A", Pair)), "=", Slope(normalisation));

    /// <summary>From dL/dA to what a score multiplies: for a dot product <c>K·dL/dA</c>; null for scores whose slope is no single product.</summary>
    /// <param name="kind">The score.</param>
    /// <param name="product">The product without the root.</param>
    /// <param name="size">q, which the root is of.</param>
    internal static Formula? OfScore(ScoreKind kind, Formula product, int size) => kind switch
    {
        ScoreKind.DotProduct => product,
        ScoreKind.ScaledDotProduct => Frac(product, Sqrt(ScoreFormulas.Whole(size))),
        _ => null,
    };

    private static Formula Slope(Normalisation normalisation) => normalisation switch
    {
        SoftmaxNormalisation { Temperature: 1 } => Softmax(),
        SoftmaxNormalisation softmax => Frac(Softmax(), Number(softmax.Temperature.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture))),
        SigmoidNormalisation => Row(WeightOfPair, "·", Group("1", "−", WeightOfPair), "·", Gradient(WeightOfPair)),
        ReluNormalisation { PerKey: true } => Row(Frac(Gradient(WeightOfPair), "n"), Words(" where the score is above 0, 0 elsewhere")),
        ReluNormalisation => Row(Gradient(WeightOfPair), Words(" where the score is above 0, 0 elsewhere")),
        _ => Row(Gradient(WeightOfPair), Words(" − its mean over the keys with weight, and 0 for the others")),
    };

    private static Formula Softmax()
    {
        Formula other = SubSup("A", Row("m", ",", "j"), "′");
        return Row(WeightOfPair, "·", Group(Gradient(WeightOfPair), "−", Sum("m", Row(other, "·", Gradient(other)))));
    }
}
