using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>One query and one key: the products between them, and what becomes of their sum.</summary>
internal sealed class NeuronPair
{
    private NeuronPair(string description, ScoreTerms terms, double score, IEnumerable<(string Name, double Value)> after)
    {
        Description = description;
        Terms = terms;
        Score = score;
        Totals =
        [
            ("sum of the products", terms.Sum),
            .. terms.Divisor == 1 ? [] : new[] { ($"divided by √{terms.Products.Length}", terms.Divisor) },
            ("score α", score),
            .. after,
        ];
    }

    /// <summary>For example <c>key river, query bank</c>.</summary>
    internal string Description { get; }

    internal ScoreTerms Terms { get; }

    /// <summary>The score as the engine has it.</summary>
    internal double Score { get; }

    /// <summary>From the sum of the products to the score, and on to the weight where that is known.</summary>
    internal IReadOnlyList<(string Name, double Value)> Totals { get; }

    internal static NeuronPair Of<T>(Score<T> score, Vector<T> query, Vector<T> key)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        new("a query and a key", ScoreTerms.Of(score, query, key), double.CreateChecked(score.Of(query, key)), []);

    internal static NeuronPair Of<T>(AttentionTrace<T> trace, int key, int query)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        LabelledMatrix<T> queries = trace.RotatedQueries ?? trace.Queries, keys = trace.RotatedKeys ?? trace.Keys;
        return new NeuronPair(
            ChosenPair.At(trace.Weights, key, query).Description + (trace.RotatedQueries is null ? "" : ", both turned by their positions"),
            ScoreTerms.Of(trace.Attention.Score, queries.Values.Column(query), keys.Values.Column(key)),
            double.CreateChecked(trace.Scores[key, query]),
            After());

        IEnumerable<(string Name, double Value)> After()
        {
            if (trace.BiasedScores is { } biased) yield return ("with its linear bias", double.CreateChecked(biased[key, query]));
            if (trace.MaskedScores is { } masked) yield return ("with the mask", double.CreateChecked(masked[key, query]));
            yield return ("weight α′", double.CreateChecked(trace.Weights[key, query]));
        }
    }
}
