namespace AttentionNotebooks;

/// <summary>Which weights of a head view become lines.</summary>
internal static class HeadViewLines
{
    /// <summary>No more lines than this in a figure.</summary>
    internal const int Greatest = 1100;

    /// <summary>A line weaker than this share of the strongest would not be seen.</summary>
    internal const double WeakestShare = 0.02;

    /// <summary>All that can be seen; where they are too many, first the strongest of each query in each head, then the strongest of all.</summary>
    internal static IReadOnlyList<HeadViewLine> Choose(IReadOnlyList<HeadViewBlock> blocks, double strongest)
    {
        HeadViewLine[] seen = [.. blocks.SelectMany(Of).Where(line => line.Weight > 0 && line.Weight >= WeakestShare * strongest)];
        if (seen.Length <= Greatest) return seen;
        HeadViewLine[] sorted = [.. seen.OrderByDescending(line => line.Weight)];
        HashSet<HeadViewLine> chosen = [.. sorted.DistinctBy(line => (line.Head, line.Left)).Take(Greatest)];
        foreach (HeadViewLine line in sorted.TakeWhile(_ => chosen.Count < Greatest)) chosen.Add(line);
        return [.. seen.Where(chosen.Contains)];
    }

    private static IEnumerable<HeadViewLine> Of(HeadViewBlock block) =>
        from head in Enumerable.Range(0, block.Data.Panels.Count)
        from query in Enumerable.Range(0, block.Data.Queries.Length)
        from key in Enumerable.Range(0, block.Data.Keys.Length)
        select new HeadViewLine(head, block, query, key, block.Data.Panels[head].Cells[key, query]);
}
