namespace AttentionNotebooks.ContactSheet.Figures;

/// <summary>Growth as a made-up machine would measure it: the same on every run.</summary>
internal static class GrowthSamples
{
    private const double Overhead = 5e-6;
    private const double MultiplyAddsPerSecond = 1e10;
    private const double SecondsPerByte = 2e-10;

    private static readonly int[] Heads = [1, 2, 5, 10, 20, 50, 100];

    /// <summary>Measured up to 2,048 tokens.</summary>
    internal static AttentionGrowth OverTokens() =>
        Of(GrowthAxis.Tokens, [.. Enumerable.Range(4, 11).Select(power => AttentionCost.Of<float>(heads: 12, tokens: 1 << power, headSize: 64))]);

    /// <summary>Measured up to 100 heads; with the weights kept, up to 20.</summary>
    internal static AttentionGrowth OverHeads() =>
        Of(GrowthAxis.Heads, [.. Heads.Select(heads => AttentionCost.Of<float>(heads, tokens: 1024, headSize: 64, AttentionMask.Causal))]);

    private static AttentionGrowth Of(GrowthAxis axis, AttentionCost[] costs) => new(
        axis,
        [.. costs.SelectMany(cost => new[] { Point(cost, false), Point(cost, true) })],
        ["Time: median of calls on up to 2 threads that write into memory which is there."]);

    private static GrowthPoint Point(AttentionCost cost, bool keepsWeights)
    {
        double bytes = cost.OutputBytes + (keepsWeights ? cost.WeightBytes : 0);
        double work = cost.ScoreMultiplyAdds + cost.ValueMultiplyAdds + (10 * cost.Exponentials);
        GrowthBasis basis = bytes > 1e8 && cost.Tokens < 2048 ? GrowthBasis.BeyondMemory : cost.Tokens > 2048 ? GrowthBasis.BeyondTime : GrowthBasis.Measured;
        return new GrowthPoint(cost, keepsWeights, Overhead + (work / MultiplyAddsPerSecond) + (SecondsPerByte * bytes), bytes, basis);
    }
}
