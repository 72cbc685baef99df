using MathNet.Numerics.LinearAlgebra;
using static AttentionNotebooks.Formula;

namespace AttentionNotebooks;

/// <summary>The formula of each kind of score: for all pairs, for one pair, and for one pair with its numbers.</summary>
internal static class ScoreFormulas
{
    private static readonly Formula KeyOfPair = Sup("k", "i");
    private static readonly Formula QueryOfPair = Sup("q", "j");

    /// <summary>A from the matrices Q and K, or from what positions made of them.</summary>
    internal static Formula OfMatrices(ScoreKind kind, Formula queries, Formula keys, int querySize) => kind switch
    {
        ScoreKind.DotProduct => Row("A", "=", Sup(keys, "T"), queries),
        ScoreKind.ScaledDotProduct => Row("A", "=", Frac(Row(Sup(keys, "T"), queries), Sqrt(Whole(querySize)))),
        ScoreKind.Bilinear => Row("A", "=", Sup(keys, "T"), "W", queries),
        _ => Row(Sub("A", Row("i", ",", "j")), "=", Of(kind, querySize)),
    };

    /// <summary>The score of key i for query j.</summary>
    internal static Formula Of(ScoreKind kind, int querySize) => kind switch
    {
        ScoreKind.DotProduct => Row(KeyOfPair, "·", QueryOfPair),
        ScoreKind.ScaledDotProduct => Frac(Row(KeyOfPair, "·", QueryOfPair), Sqrt(Whole(querySize))),
        ScoreKind.Bilinear => Row(KeyOfPair, "·", Group("W", QueryOfPair)),
        _ => Row(Sup("u", "T"), Call("tanh", Sub("W", "1"), QueryOfPair, "+", Sub("W", "2"), KeyOfPair)),
    };

    /// <summary>The same for one pair, in numbers.</summary>
    internal static Formula Worked<T>(Score<T> score, Vector<T> query, Entries queryEntries, Entries keyEntries, Vector<T> key)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        switch (score)
        {
            case BilinearScore<T> bilinear:
                return Addition.OfProducts(keyEntries, Entries.Of(bilinear.Weights * query));
            case AdditiveScore<T> additive:
                Entries combination = Entries.Of(additive.Combination);
                Entries mixed = Entries.Of((additive.QueryWeights * query) + (additive.KeyWeights * key));
                return Addition.Of(mixed.Count, index => Row(combination.Factor(index), "·", Call("tanh", mixed[index])));
            default:
                Formula product = Addition.OfProducts(keyEntries, queryEntries);
                return score.Kind == ScoreKind.ScaledDotProduct ? Frac(product, Sqrt(Whole(query.Count))) : product;
        }
    }

    internal static Formula Whole(int number) => Number(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
