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
    internal static void Run<T>(IReadOnlyList<HeadWork<T>> heads, AttentionMask? mask, Workload workload)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int queries = heads[0].QueryCount;
        IKeyMask? keyMask = mask?.ForKernels(heads[0].KeyCount, queries);
        ScoreRule<T>?[] rules = [.. heads.Select(head => head.Rule.Fused(head.QuerySize, keyMask))];
        double multiplyAdds = heads.Sum(head => head.MultiplyAdds);
        int group = GroupSize(heads.Count, queries, workload.Degree(multiplyAdds)), groups = (queries + group - 1) / group;
        workload.Share(heads.Count * groups, multiplyAdds, item =>
        {
            int index = item / groups, first = item % groups * group;
            Range some = first..Math.Min(first + group, queries);
            if (rules[index] is { } rule) FusedAttention.Run(heads[index].Spans(), rule, some);
            else PlainAttention.Run(heads[index], keyMask, some);
        });
    }

    /// <summary>Fewer queries together where there would be too little to share out. Results do not depend on it.</summary>
    private static int GroupSize(int heads, int queries, int degree)
    {
        int group = QueriesTogether;
        while (degree > 1 && group > FusedAttention.QueryGrain && heads * ((queries + group - 1) / group) < 4 * degree) group /= 2;
        return group;
    }
}
