namespace AttentionNotebooks;

/// <summary>What the lines mean, and what a long sequence leaves out.</summary>
internal static class HeadViewNotices
{
    internal static IEnumerable<string> Of(HeadViewData data)
    {
        yield return data.Lines.Count == 0
            ? "No weight is above zero."
            : $"The stronger the line, the greater the weight; the strongest line is {WeightNumber.Exact(data.Strongest)}.";
        if (data.Blocks.FirstOrDefault(block => block.Data.IsBinned) is { } binned)
        {
            yield return $"A side has at most {HeatmapAxis.GreatestLength} rows a sentence: each line is the greatest weight of up to "
                + $"{Count.Of(binned.Data.Keys.BinSize, "key", "keys")} × {Count.Of(binned.Data.Queries.BinSize, "query", "queries")}. map.Region(keys, queries) shows a region in full.";
        }

        int positive = data.Positive;
        if (positive > data.Lines.Count) yield return $"{Count.Of(data.Lines.Count)} of {Count.Of(positive)} weights are drawn: {Which(data)}";
    }

    private static string Which(HeadViewData data) => data.Lines.Count < HeadViewLines.Greatest
        ? $"the others are below {WeightNumber.Exact(HeadViewLines.WeakestShare * data.Strongest)}."
        : "of each query in each head the strongest, and then the strongest of all. map.Head(k) and map.Region(keys, queries) show more.";
}
