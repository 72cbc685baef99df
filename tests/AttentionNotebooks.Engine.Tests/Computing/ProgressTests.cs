using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Computing;

public sealed class ProgressTests
{
    public static MatrixTheoryData<CallCase, int, int> Calls => new(Enum.GetValues<CallCase>(), [1, 70, 401], ThreadCounts.All);

    public static MatrixTheoryData<CallCase, int> CallsOnThreads => new(Enum.GetValues<CallCase>(), ThreadCounts.All);

    [Theory]
    [MemberData(nameof(Calls))]
    public void Progress_OfAnyCall_RisesToOneInAtMostAHundredReports(CallCase call, int tokens, int threads)
    {
        Reports reports = new();
        call.Run(tokens, new ComputeOptions { MaxDegreeOfParallelism = threads, Progress = reports });
        Assert.InRange(reports.Shares.Count, 1, 100);
        Assert.Equal(1, reports.Shares[^1]);
        Assert.Equal(reports.Shares.Order().Distinct(), reports.Shares);
        Assert.True(reports.Shares[0] > 0);
    }

    [Fact]
    public void Progress_OfMuchWork_IsHeardMoreThanOnce()
    {
        Reports reports = new();
        CallCase.LayerAttend.Run(tokens: 1500, new ComputeOptions { MaxDegreeOfParallelism = 1, Progress = reports });
        Assert.InRange(reports.Shares.Count, 10, 100);
    }

    [Theory]
    [MemberData(nameof(CallsOnThreads))]
    public void Listener_ThatThrows_IsHeardItself(CallCase call, int threads)
    {
        ComputeOptions options = new() { MaxDegreeOfParallelism = threads, Progress = new Reports(_ => throw new InvalidTimeZoneException("mine")) };
        Assert.Equal("mine", Assert.Throws<InvalidTimeZoneException>(() => call.Run(tokens: 401, options)).Message);
    }

    [Theory]
    [MemberData(nameof(CallsOnThreads))]
    public void Rule_ThatThrows_IsHeardItself(CallCase call, int threads)
    {
        AttentionMask mask = AttentionMask.Custom((key, query) => key + query == 300 ? throw new InvalidTimeZoneException("mine") : true);
        Assert.Equal("mine", Assert.Throws<InvalidTimeZoneException>(() => call.Run(tokens: 401, ThreadCounts.Options(threads), mask)).Message);
    }
}
