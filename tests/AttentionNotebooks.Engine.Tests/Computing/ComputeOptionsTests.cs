using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Computing;

public sealed class ComputeOptionsTests
{
    [Fact]
    public void Default_Options_AreAllCoresAndNothingElse() =>
        Assert.Equal(
            (Environment.ProcessorCount, CancellationToken.None, null),
            (ComputeOptions.Default.MaxDegreeOfParallelism, ComputeOptions.Default.CancellationToken, ComputeOptions.Default.Progress));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void MaxDegreeOfParallelism_LessThanOne_IsRefused(int threads) =>
        BadInput.Refused("MaxDegreeOfParallelism", $"{threads}", () => new ComputeOptions { MaxDegreeOfParallelism = threads });

    [Fact]
    public void Work_TooLittleForAThread_IsDoneByTheCaller()
    {
        Assert.Equal(1, new Workload(ThreadCounts.Options(8), 1000).Degree(1000));
        int[] threads = new int[5];
        new Workload(ThreadCounts.Options(8), 1000).Share(threads.Length, 1000, item => threads[item] = Environment.CurrentManagedThreadId);
        Assert.All(threads, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
    }

    [Fact]
    public void Work_SharedOut_IsEachDoneOnce()
    {
        const double Much = 1e9;
        int[] done = new int[1000];
        new Workload(ThreadCounts.Options(8), Much).Share(done.Length, Much, item => Interlocked.Increment(ref done[item]));
        Assert.All(done, times => Assert.Equal(1, times));
    }
}
