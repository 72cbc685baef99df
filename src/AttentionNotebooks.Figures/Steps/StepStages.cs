namespace AttentionNotebooks;

/// <summary>Which matrices the overview of a trace shows, stage by stage.</summary>
internal static class StepStages
{
    internal static ShapeBox[][] Of<T>(AttentionTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
    [
        Input(trace),
        [ShapeBox.Of("Q", trace.Queries), ShapeBox.Of("K", trace.Keys), ShapeBox.Of("V", trace.Values)],
        .. trace.RotatedQueries is { } queries && trace.RotatedKeys is { } keys ? new[] { new[] { ShapeBox.Of("Q̂", queries), ShapeBox.Of("K̂", keys) } } : [],
        [ShapeBox.Of("A", trace.Scores)],
        [ShapeBox.Of("A′", trace.Weights)],
        [ShapeBox.Of("O", trace.Output)],
    ];

    internal static ShapeBox[][] Of<T>(TokenTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
    [
        [Column("q", trace.Query), ShapeBox.Of("K", trace.Keys)],
        [Column("α", trace.Scores)],
        [Column("α′", trace.Weights), ShapeBox.Of("V", trace.Values)],
        [Column("b", trace.Output)],
    ];

    internal static ShapeBox[][] Of<T>(MultiHeadTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        AttentionTrace<T> head = trace.Heads[0];
        int heads = trace.Heads.Count;
        return
        [
            Input(head),
            [ShapeBox.Of("Q", head.Queries, heads), ShapeBox.Of("K", head.Keys, heads), ShapeBox.Of("V", head.Values, heads)],
            [ShapeBox.Of("A′", head.Weights, heads)],
            [ShapeBox.Of("heads", head.Output, heads)],
            [ShapeBox.Of("stacked", trace.Concatenated)],
            [ShapeBox.Of("O", trace.Output)],
        ];
    }

    private static ShapeBox[] Input<T>(AttentionTrace<T> trace)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        trace.IsCrossAttention ? [ShapeBox.Of("I", trace.Input), ShapeBox.Of("S", trace.Source)] : [ShapeBox.Of("I", trace.Input)];

    private static ShapeBox Column<T>(string symbol, LabelledVector<T> vector)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => new(symbol, new Shape(vector.Values.Count, 1));
}
