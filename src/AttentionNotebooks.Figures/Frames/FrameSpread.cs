namespace AttentionNotebooks;

/// <summary>Which of many steps are shown: evenly spread, the first and the last among them.</summary>
internal static class FrameSpread
{
    /// <param name="count">How many there are.</param>
    /// <param name="limit">The most to show; at least 2.</param>
    internal static int[] Of(int count, int limit) =>
        count <= limit ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, limit).Select(frame => (int)Math.Round(frame * (count - 1.0) / (limit - 1)))];
}
