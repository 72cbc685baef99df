namespace AttentionNotebooks.Engine.Tests.Reference;

/// <summary>The numbers of threads that results must not depend on.</summary>
internal static class ThreadCounts
{
    public static int[] All { get; } = [1, 2, 3, 8];

    public static ComputeOptions Options(int threads) => new() { MaxDegreeOfParallelism = threads };

    /// <summary>Asserts that so much work is shared between that many threads.</summary>
    public static void AreWorthwhile(double multiplyAdds) =>
        Assert.All(All, threads => Assert.Equal(threads, new Workload(Options(threads), multiplyAdds).Degree(multiplyAdds)));
}
