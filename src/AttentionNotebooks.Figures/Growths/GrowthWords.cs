namespace AttentionNotebooks;

/// <summary>What a growth is called, and what its points say, in words.</summary>
internal static class GrowthWords
{
    /// <summary>For example <c>tokens</c>.</summary>
    internal static string Noun(AttentionGrowth growth) => growth.Axis == GrowthAxis.Tokens ? "tokens" : "heads";

    /// <summary>For example <c>n</c>.</summary>
    internal static string Symbol(AttentionGrowth growth) => growth.Axis == GrowthAxis.Tokens ? "n" : "h";

    /// <summary>What grows, and what stays as it is.</summary>
    internal static string Title(AttentionGrowth growth)
    {
        AttentionCost[] costs = [.. growth.Points.Select(point => point.Cost)];
        AttentionCost cost = costs[0];
        string?[] same =
        [
            growth.Axis == GrowthAxis.Tokens ? Same(one => one.Heads, Count.Of(cost.Heads, "head", "heads")) : Same(one => one.Tokens, Count.Of(cost.Tokens, "token", "tokens")),
            Same(one => one.HeadSize, $"head size {Count.Of(cost.HeadSize)}"),
            cost.Mask == AttentionMask.None ? null : Same(one => one.Mask, $"{cost.Mask.Name} mask"),
            Same(one => one.NumberSize, $"numbers of {cost.NumberSize} bytes"),
        ];
        return $"Time and memory of attention against the number of {Noun(growth)}: {string.Join(", ", same.OfType<string>())}";

        string? Same<T>(Func<AttentionCost, T> read, string words) => costs.Select(read).Distinct().Count() == 1 ? words : null;
    }

    /// <summary>For example <c>1,024 tokens</c>.</summary>
    internal static string Size(AttentionGrowth growth, GrowthPoint point) =>
        growth.Axis == GrowthAxis.Tokens ? Count.Of(point.Cost.Tokens, "token", "tokens") : Count.Of(point.Cost.Heads, "head", "heads");

    /// <summary>What a reader of the points needs to know.</summary>
    internal static IEnumerable<string> Notices(AttentionGrowth growth)
    {
        foreach (string note in growth.Notes) yield return VisibleText.Of(note);
        foreach (GrowthSeries series in GrowthSeries.Of(growth))
        {
            if (series.Points.FirstOrDefault(point => point.Basis != GrowthBasis.Measured) is { } point)
                yield return $"{Capital(series.Name)}: computed from {Size(growth, point)} on. A call takes {Reason(point)}.";
        }
    }

    private static string Reason(GrowthPoint point) => point.Basis == GrowthBasis.BeyondTime
        ? $"about {Quantity.Time.Format(point.Seconds)}, too long for the time that was left"
        : $"{Quantity.Memory.Format(point.Cost.InputBytes + point.Bytes)} with its inputs, more than it was allowed";

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
