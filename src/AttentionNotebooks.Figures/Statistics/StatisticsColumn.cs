namespace AttentionNotebooks;

/// <summary>One measure: its heading, what it means, how to read it from a profile, and the value of a full bar.</summary>
internal sealed record StatisticsColumn(string Heading, string Meaning, Func<HeadProfile, double?> Read, double FullBar)
{
    /// <summary>All measures. Shares have bars from 0 to 1, the entropy up to its greatest possible value, the distance up to the greatest one there is.</summary>
    internal static StatisticsColumn[] Of(HeadStatistics statistics)
    {
        double farthest = statistics.Heads.Max(head => head.Distance) ?? 0;
        return
        [
            new("entropy (bits)", "how spread the weights of a query are: 0 where it sees one key, log₂ of the number of keys where it sees all alike", head => head.Entropy, Math.Log2(statistics.Keys)),
            new("distance", "how many tokens away a query looks, on average by weight", head => head.Distance, farthest),
            new("self", "share of the weight on the query's own token", head => head.Self, 1),
            new("previous", "share on the token before, of the queries that have one", head => head.Previous, 1),
            new("next", "share on the token after, of the queries that have one", head => head.Next, 1),
            new("first", "share on the first key", head => head.First, 1),
            new("punctuation", "share on keys that are nothing but punctuation marks or symbols", head => head.Punctuation, 1),
        ];
    }

    /// <summary>0 to 1: the length of the bar.</summary>
    internal double Bar(double value) => FullBar > 0 ? Math.Clamp(value / FullBar, 0, 1) : 0;
}
