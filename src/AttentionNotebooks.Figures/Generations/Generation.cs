namespace AttentionNotebooks;

/// <summary>A generation from the attention maps of its steps.</summary>
public static class Generation
{
    /// <summary>Maps of growing size, one a generated token: what a model gave at each step, causal or not.</summary>
    /// <param name="maps">At least one, with the same layers and heads; each has more keys than the one before it.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">There is no map.</exception>
    /// <exception cref="ArgumentException">Layers or heads differ, or a map has no more keys than the one before it.</exception>
    public static GenerationFigure Of(IReadOnlyList<AttentionMap> maps)
    {
        ArgumentNullException.ThrowIfNull(maps);
        if (maps.Count == 0) throw new ArgumentException("maps must hold at least one map: it holds none.", nameof(maps));
        for (int step = 0; step < maps.Count; step++)
        {
            if (maps[step] is null) throw new ArgumentException($"maps must not hold null: maps[{step}] is null.", nameof(maps));
            if (step > 0) CheckGrowth(maps, step);
        }

        return new GenerationFigure([.. maps]);
    }

    private static void CheckGrowth(IReadOnlyList<AttentionMap> maps, int step)
    {
        AttentionMap map = maps[step], before = maps[step - 1];
        if (map.Keys <= before.Keys)
            throw new ArgumentException($"maps must grow: maps[{step}] has {map.Keys} keys, maps[{step - 1}] has {before.Keys}.", nameof(maps));
        if (!map.LayerNumbers.SequenceEqual(before.LayerNumbers) || !map.HeadNumbers.SequenceEqual(before.HeadNumbers))
        {
            throw new ArgumentException(
                $"maps must all have the same layers and heads: maps[{step}] has {Numbers(map)}, maps[{step - 1}] has {Numbers(before)}.", nameof(maps));
        }
    }

    private static string Numbers(AttentionMap map) => $"layers {string.Join(", ", map.LayerNumbers)} and heads {string.Join(", ", map.HeadNumbers)}";
}
