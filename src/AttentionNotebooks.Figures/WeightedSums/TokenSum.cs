namespace AttentionNotebooks;

/// <summary>The weighted sum of one token in one head: bʲ = Σᵢ α′ⱼᵢ vⁱ.</summary>
internal static class TokenSum
{
    /// <summary>More keys than this, and those with the smallest weights share a row.</summary>
    internal const int GreatestKeys = 24;

    private static readonly SumHeadings Headings = new("weight α′", "value v", "α′·v", "output b");

    internal static WeightedSumFigure Of<T>(TokenTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        Of(trace, "", [trace.Weights.Figure(), Numbers(trace.Values), Numbers(trace.Addends), trace.Output.Figure()]);

    /// <param name="trace">The trace of a token.</param>
    /// <param name="place">Where in a layer this is, for the title.</param>
    /// <param name="numbers">The tables below the picture.</param>
    internal static WeightedSumFigure Of<T>(TokenTrace<T> trace, string place, IReadOnlyList<Figure> numbers)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        int keys = trace.Weights.Values.Count;
        int[] byWeight = [.. Enumerable.Range(0, keys).OrderByDescending(key => trace.Weights[key])];
        SumPart[] shown = [.. byWeight.Take(GreatestKeys).Order().Select(key => Part(trace, key))];
        SumPart[] rest = [.. byWeight.Skip(GreatestKeys).Select(key => Part(trace, key))];
        VectorSum sum = new(
            Headings,
            rest.Length == 0 ? shown : [.. shown, Together(rest)],
            trace.Weights.Values.Sum(double.CreateChecked),
            Doubles(trace.Output.Values));
        string token = TokenText.Isolate(TokenText.Shorten(trace.Token));
        return new WeightedSumFigure(
            $"Weighted sum of {token}, token {trace.Index}{place}",
            sum,
            numbers,
            [],
            rest.Length == 0 ? [] : [$"The {GreatestKeys} keys with the greatest weights of {keys} have a row; the others share one."]);
    }

    internal static double[] Doubles<T>(IEnumerable<T> vector)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => [.. vector.Select(double.CreateChecked)];

    private static SumPart Part<T>(TokenTrace<T> trace, int key)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        new(
            ChosenPair.Of(key, trace.Index, trace.Weights.Labels, trace.Token).KeyLabel,
            double.CreateChecked(trace.Weights[key]),
            Doubles(trace.Values.Values.Column(key)),
            Doubles(trace.Addends.Values.Column(key)));

    /// <summary>A matrix as a table that stays small.</summary>
    internal static MatrixFigure Numbers<T>(LabelledMatrix<T> matrix)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => matrix.Figure().Limit(rows: 8, columns: 8);

    private static SumPart Together(SumPart[] parts) =>
        new(
            Count.Of(parts.Length, "other key", "other keys"),
            parts.Sum(part => part.Amount),
            null,
            [.. Enumerable.Range(0, parts[0].Addend.Length).Select(entry => parts.Sum(part => part.Addend[entry]))]);
}
