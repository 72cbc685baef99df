using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks;

/// <summary>The output of a layer for one token as the sum of its heads' shares, and of its bias where it has one: o = Σₕ W^o_h bʰ + b^o.</summary>
internal static class HeadSum
{
    /// <summary>So many heads show their own weighted sums, folded.</summary>
    internal const int ShownHeads = 2;

    private const string Bias = "bias";

    private static readonly SumHeadings Headings = new("length of share", "head's output b", "share W^o·b", "output o");
    private static readonly SumHeadings HeadingsWithBias = new("length", "head's output b", "share W^o·b or bias b^o", "output o");

    internal static WeightedSumFigure Of<T>(MultiHeadTrace<T> trace, int query)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        double[] output = TokenSum.Doubles(trace.Output.Values.Column(query));
        SumPart[] shares = [.. trace.Heads.Select((_, place) => Part(trace, place, query))];
        VectorSum sum = trace.Attention.OutputBias is { } bias
            ? new(HeadingsWithBias, [.. shares, Part(bias)], Length(output), output)
            : new(Headings, shares, Length(output), output);
        AttentionTrace<T>[] told = [.. trace.Heads.Take(ShownHeads)];
        string token = TokenText.Isolate(ChosenPair.At(trace.Heads[0].Weights, 0, query).QueryLabel);
        return new WeightedSumFigure(
            $"Each head's share of the output of {token}, token {query}{(trace.Attention.OutputBias is null ? "" : ", and the bias")}",
            sum,
            [HeadOutputs(trace, query), TokenSum.Numbers(Shares(trace, query)), trace.Output.Column(query).Figure()],
            [.. told.Select(head => TokenSum.Of(head.Token(query), $", head {head.Head}", []))],
            told.Length == trace.Heads.Count ? [] : [$"The weighted sums of the first {told.Length} of {trace.Heads.Count} heads are shown; trace.Heads[k].Token({query}).WeightedSum() shows that of any other."]);
    }

    private static SumPart Part<T>(MultiHeadTrace<T> trace, int place, int query)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        double[] share = TokenSum.Doubles(trace.Shares[place].Values.Column(query));
        return new SumPart(Name(trace.Heads[place]), Length(share), TokenSum.Doubles(trace.Heads[place].Output.Values.Column(query)), share);
    }

    private static SumPart Part<T>(Vector<T> bias)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        double[] addend = TokenSum.Doubles(bias);
        return new SumPart(Bias, Length(addend), null, addend);
    }

    /// <summary>The shares side by side, r×h, and the bias beside them.</summary>
    private static LabelledMatrix<T> Shares<T>(MultiHeadTrace<T> trace, int query)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        LabelledMatrix<T> shares = SideBySide("Shares of the heads", trace, trace.Shares.Select(share => share.Values.Column(query)));
        return trace.Attention.OutputBias is { } bias
            ? new(shares.Values.Append(bias.ToColumnMatrix()), "Shares of the heads, and the bias", columnLabels: [.. shares.ColumnLabels!, Bias])
            : shares;
    }

    /// <summary>The heads' own outputs side by side, v×h, or one below the other where they differ in size.</summary>
    private static MatrixFigure HeadOutputs<T>(MultiHeadTrace<T> trace, int query)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        bool sameSize = trace.Heads.All(head => head.Output.Shape == trace.Heads[0].Output.Shape);
        return sameSize
            ? TokenSum.Numbers(SideBySide("Outputs of the heads", trace, trace.Heads.Select(head => head.Output.Values.Column(query))))
            : trace.Concatenated.Column(query).Figure();
    }

    private static LabelledMatrix<T> SideBySide<T>(string name, MultiHeadTrace<T> trace, IEnumerable<Vector<T>> columns)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        new(Matrix<T>.Build.DenseOfColumnVectors(columns), name, columnLabels: [.. trace.Heads.Select(Name)]);

    private static string Name<T>(AttentionTrace<T> head)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => $"head {head.Head}";

    private static double Length(double[] vector) => Math.Sqrt(vector.Sum(entry => entry * entry));
}
