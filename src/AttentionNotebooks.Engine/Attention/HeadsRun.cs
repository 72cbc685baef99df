using System.Numerics;
using AttentionNotebooks.Kernels;

namespace AttentionNotebooks;

/// <summary>Computes heads side by side: heads × groups of queries are one flat range, which the threads share out.</summary>
internal static class HeadsRun
{
    /// <summary>The panels of so many queries go through the keys together; their Q and O stay in the second cache.</summary>
    private const int QueriesTogether = 256;

    /// <summary>Fills the arrays of every head.</summary>
    /// <param name="heads">The heads, all with as many queries and as many keys.</param>
    /// <param name="mask">Which query sees which key; null: each sees all.</param>
    /// <param name="workload">Does the work.</param>
    internal static void Run<T>(HeadWork<T>[] heads, AttentionMask? mask, Workload workload)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int queries = heads[0].QueryCount;
        IKeyMask? keyMask = mask?.ForKernels(heads[0].KeyCount, queries);
        ScoreRule<T>?[] rules = Rules(heads, keyMask);
        double multiplyAdds = MultiplyAdds(heads);
        int group = GroupSize(heads.Length, queries, workload.Degree(multiplyAdds)), groups = (queries + group - 1) / group;
        workload.Share(heads.Length * groups, multiplyAdds, item =>
        {
            int head = item / groups, first = item % groups * group;
            Range some = first..Math.Min(first + group, queries);
            if (rules[head] is { } rule) FusedAttention.Run(heads[head].Spans(), rule, some);
            else PlainAttention.Run(heads[head], keyMask, some);
        });
    }

    /// <summary>The multiply-adds of all heads.</summary>
    internal static double MultiplyAdds<T>(HeadWork<T>[] heads)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        foreach (ref readonly HeadWork<T> head in heads.AsSpan()) sum += head.MultiplyAdds;
        return sum;
    }

    /// <summary>What the fused kernel needs of each head; null where only the plain way computes it.</summary>
    private static ScoreRule<T>?[] Rules<T>(HeadWork<T>[] heads, IKeyMask? mask)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ScoreRule<T>?[] rules = new ScoreRule<T>?[heads.Length];
        for (int head = 0; head < heads.Length; head++)
        {
            bool isLikeTheLast = head > 0 && ReferenceEquals(heads[head].Rule, heads[head - 1].Rule) && heads[head].QuerySize == heads[head - 1].QuerySize;
            rules[head] = isLikeTheLast ? rules[head - 1] : heads[head].Rule.Fused(heads[head].QuerySize, mask);
        }

        return rules;
    }

    /// <summary>Fewer queries together where there would be too little to share out. Results do not depend on it.</summary>
    private static int GroupSize(int heads, int queries, int degree)
    {
        int group = QueriesTogether;
        while (degree > 1 && group > FusedAttention.QueryGrain && heads * ((queries + group - 1) / group) < 4 * degree) group /= 2;
        return group;
    }
}
