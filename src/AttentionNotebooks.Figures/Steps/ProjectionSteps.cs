using MathNet.Numerics.LinearAlgebra;
using static AttentionNotebooks.Formula;

namespace AttentionNotebooks;

/// <summary>From the input to queries, keys and values.</summary>
internal static class ProjectionSteps
{
    internal static Step Input<T>(AttentionTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new()
        {
            Title = trace.IsCrossAttention ? "Input and source" : "Input",
            Words = trace.IsCrossAttention
                ? "Two sentences: the queries come from the input I, keys and values from the source S; one token is one column."
                : "The sentence as numbers: one token is one column, one feature is one row.",
            Headline = trace.IsCrossAttention ? Row("I", ",", "S") : "I",
            Shape = trace.IsCrossAttention ? null : trace.Input.Shape,
            Shapes = trace.IsCrossAttention ? [$"I is {trace.Input.Shape}", $"S is {trace.Source.Shape}"] : [],
            Pictures = trace.IsCrossAttention ? [trace.Input.Figure(), Source(trace).Figure()] : [trace.Input.Figure()],
        };

    internal static Step Project<T>(AttentionTrace<T> trace, ChosenPair pair)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        SelfAttention<T> head = trace.Attention;
        string source = trace.IsCrossAttention ? "S" : "I";
        return new Step
        {
            Title = "Queries, keys and values",
            Words = (trace.IsCrossAttention
                ? "Each token of the input is asked about through its query; each token of the source offers a key to be found by and a value to be taken."
                : "Each token is turned into three vectors: a query that asks, a key to be found by, and a value to be taken.")
                + ((head.QueryBias ?? head.KeyBias ?? head.ValueBias) is null ? "" : BiasFormulas.Words),
            Headline = Row("Q", ",", "K", ",", "V"),
            Shape = trace.Queries.Shape == trace.Keys.Shape && trace.Keys.Shape == trace.Values.Shape ? trace.Queries.Shape : null,
            Formulas = [[Product("Q", "q", "I", head.QueryBias)], [Product("K", "k", source, head.KeyBias)], [Product("V", "v", source, head.ValueBias)]],
            Shapes =
            [
                Shapes("Q", trace.Queries, head.QueryWeights, trace.Input, head.QueryBias),
                Shapes("K", trace.Keys, head.KeyWeights, trace.Source, head.KeyBias),
                Shapes("V", trace.Values, head.ValueWeights, trace.Source, head.ValueBias),
            ],
            Example = new WorkedExample(
                $"First entry of the query of {TokenText.Isolate(pair.QueryLabel)}:",
                Row(Sub("q", "1"), Group(Formula.Words(pair.QueryLabel))),
                Row(["=", Addition.OfProducts(Entries.Row(head.QueryWeights, 0), Entries.Column(trace.Input, pair.Query)), .. BiasFormulas.FirstEntry(head.QueryBias)]),
                Row("=", Entries.Column(trace.Queries, pair.Query)[0])),
            Pictures =
            [
                .. Pictures("Query", "q", head.QueryWeights, head.QueryBias, trace.Input, trace.Queries),
                .. Pictures("Key", "k", head.KeyWeights, head.KeyBias, trace.Source, trace.Keys),
                .. Pictures("Value", "v", head.ValueWeights, head.ValueBias, trace.Source, trace.Values),
            ],
        };
    }

    /// <summary>Queries and keys turned by their positions; null without rotary positions.</summary>
    internal static Step? Rotate<T>(AttentionTrace<T> trace, ChosenPair pair)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (trace.Attention.Rotary is not { } rotary || trace.RotatedQueries is not { } queries || trace.RotatedKeys is not { } keys) return null;
        Entries before = Entries.Column(trace.Queries, pair.Query), angle = Entries.Of(pair.Query);
        int second = rotary.Layout == RotaryLayout.Interleaved ? 1 : queries.Values.RowCount / 2;
        Formula exponent = Negative(Frac(Row("2", "m"), ScoreFormulas.Whole(queries.Values.RowCount)));
        return new Step
        {
            Title = "Rotary positions",
            Words = "Each pair of entries of a query or key is turned by an angle that grows with the token's position p, counted from 0.",
            Headline = Row(Hat("Q"), ",", Hat("K")),
            Shape = queries.Shape,
            Formulas =
            [
                [
                    Row(Hat("x"), "=", "x", Call("cos", "θ"), "−", "y", Call("sin", "θ"), ","),
                    Row(Hat("y"), "=", "x", Call("sin", "θ"), "+", "y", Call("cos", "θ")),
                ],
                [Row("θ", "=", "p", "·", Sup(Entries.Of(rotary.WavelengthBase)[0], exponent), Formula.Words(" for pair m"))],
            ],
            Example = new WorkedExample(
                $"First entry of the query of {TokenText.Isolate(pair.QueryLabel)}, at position {pair.Query}; its first pair turns by θ = {pair.Query}:",
                Row(Sub(Hat("q"), "1"), Group(Formula.Words(pair.QueryLabel))),
                Row("=", before.Factor(0), "·", Call("cos", angle[0]), "−", before.Factor(second), "·", Call("sin", angle[0])),
                Row("=", Entries.Column(queries, pair.Query)[0])),
            Pictures = [queries.Figure(), keys.Figure()],
        };
    }

    /// <summary>The source under the name that the formulas give it.</summary>
    private static LabelledMatrix<T> Source<T>(AttentionTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        new(trace.Source.Values, "Source", "S", trace.Source.RowLabels, trace.Source.ColumnLabels);

    private static Formula Product<T>(string result, string name, string tokens, Vector<T>? bias)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        Row([result, "=", Sup("W", name), "·", tokens, .. BiasFormulas.Symbols(bias, name)]);

    private static string Shapes<T>(string symbol, LabelledMatrix<T> result, Matrix<T> weights, LabelledMatrix<T> tokens, Vector<T>? bias)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        $"{symbol}: {result.Shape} = {Shape.Of(weights)} · {tokens.Shape}{BiasFormulas.Shapes(bias, tokens.Shape.Columns)}";

    private static MatrixFigure[] Pictures<T>(
        string word, string name, Matrix<T> weights, Vector<T>? bias, LabelledMatrix<T> tokens, LabelledMatrix<T> result)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        [
            weights.Figure($"{word} weights", $"W^{name}", columnLabels: tokens.RowLabels),
            .. BiasFormulas.Pictures(bias, $"{word} bias", $"b^{name}"),
            result.Figure(),
        ];
}
