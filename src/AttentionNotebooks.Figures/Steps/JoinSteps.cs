using MathNet.Numerics.LinearAlgebra;
using static AttentionNotebooks.Formula;

namespace AttentionNotebooks;

/// <summary>From the outputs of the heads to the output of the layer.</summary>
internal static class JoinSteps
{
    /// <summary>More heads than this, and the shares are summed up without a matrix for each.</summary>
    private const int ShownShares = 4;

    internal static Step[] Of<T>(MultiHeadTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => [Stack(trace), Join(trace), Share(trace)];

    private static Step Stack<T>(MultiHeadTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new()
        {
            Title = "Heads, stacked",
            Words = Sharing(trace.Attention) + "Each head attends by itself; their outputs are put one below the other.",
            Headline = Stacked(trace.Heads.Count),
            Shape = trace.Concatenated.Shape,
            Shapes = [$"{trace.Concatenated.Shape} = {trace.Heads.Count} heads, the first {trace.Heads[0].Output.Shape}"],
            Pictures = [trace.Concatenated.Figure()],
        };

    private static Step Join<T>(MultiHeadTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Matrix<T> weights = trace.Attention.OutputWeights;
        Vector<T>? bias = trace.Attention.OutputBias;
        return new Step
        {
            Title = "Output",
            Words = "The output weights mix what the heads found into one vector a token." + (bias is null ? "" : BiasFormulas.Words),
            Headline = Row(["O", "=", Sup("W", "o"), "·", Stacked(trace.Heads.Count), .. BiasFormulas.Symbols(bias, "o")]),
            Shape = trace.Output.Shape,
            Shapes = [$"O: {trace.Output.Shape} = {Shape.Of(weights)} · {trace.Concatenated.Shape}{BiasFormulas.Shapes(bias, trace.Output.Shape.Columns)}"],
            Example = new WorkedExample(
                $"First entry of the output of {First(trace)}:",
                Row(Sub("o", "1")),
                Row(["=", Addition.OfProducts(Entries.Row(weights, 0), Entries.Column(trace.Concatenated, 0)), .. BiasFormulas.FirstEntry(bias)]),
                Row("=", Entries.Column(trace.Output, 0)[0])),
            Pictures = [weights.Figure("Output weights", "W^o"), .. BiasFormulas.Pictures(bias, "Output bias", "b^o"), trace.Output.Figure()],
        };
    }

    private static Step Share<T>(MultiHeadTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Vector<T>? bias = trace.Attention.OutputBias;
        Entries first = Entries.Of([.. trace.Shares.Select(share => double.CreateChecked(share[0, 0]))]);
        return new Step
        {
            Title = "Each head's share",
            Words = "The same output, head by head: the block of the output weights that belongs to a head, times that head's output."
                + (bias is null ? "" : " The bias belongs to no head: it is added once."),
            Headline = Row(["O", "=", Sum("h", Row(SubSup("W", "h", "o"), "·", Sup("O", "h"))), .. BiasFormulas.Symbols(bias, "o")]),
            Shape = trace.Output.Shape,
            Shapes = [$"a share: {trace.Output.Shape} = {trace.Output.Shape.Rows}×{trace.Heads[0].Output.Shape.Rows} · {trace.Heads[0].Output.Shape}"],
            Example = new WorkedExample(
                $"First entry of the output of {First(trace)}, an addend a head{(bias is null ? "" : ", and the bias")}:",
                Row(Sub("o", "1")),
                Row(["=", Addition.Of(first.Count, first.Factor), .. BiasFormulas.FirstEntry(bias)]),
                Row("=", Entries.Column(trace.Output, 0)[0])),
            Pictures = [.. trace.Shares.Take(trace.Heads.Count <= ShownShares ? ShownShares : 0).Select(share => share.Figure())],
        };
    }

    private static string Sharing<T>(MultiHeadAttention<T> attention)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        attention.KeyValueHeads == attention.Heads.Count ? "" : $"{attention.Heads.Count} query heads share {attention.KeyValueHeads} heads of keys and values. ";

    internal static Formula Stacked(int heads) => heads switch
    {
        1 => Row("[", Sup("O", "0"), "]"),
        2 => Row("[", Sup("O", "0"), ";", Sup("O", "1"), "]"),
        _ => Row("[", Sup("O", "0"), ";", "…", ";", Sup("O", ScoreFormulas.Whole(heads - 1)), "]"),
    };

    private static string First<T>(MultiHeadTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        trace.Input.ColumnLabels is { } labels ? TokenText.Isolate(TokenText.Shorten(labels[0])) : "token 0";
}
