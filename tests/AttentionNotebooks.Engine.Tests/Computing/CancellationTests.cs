using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Computing;

public sealed class CancellationTests
{
    public static MatrixTheoryData<CallCase, int> Calls => new(Enum.GetValues<CallCase>(), ThreadCounts.All);

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_CancelledBefore_DoesNothing(CallCase call, int threads)
    {
        Reports reports = new();
        CancellationToken cancelled = new(canceled: true);
        ComputeOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancelled, Progress = reports };
        Assert.Equal(cancelled, Assert.ThrowsAny<OperationCanceledException>(() => call.Run(tokens: 401, options)).CancellationToken);
        Assert.Empty(reports.Shares);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_CancelledOnItsWay_StopsBeforeItsEnd(CallCase call, int threads)
    {
        using CancellationTokenSource source = new();
        Reports reports = new(_ => source.Cancel());
        ComputeOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = source.Token, Progress = reports };
        Assert.ThrowsAny<OperationCanceledException>(() => call.Run(tokens: 1500, options));
        Assert.NotEmpty(reports.Shares);
        Assert.True(reports.Shares[^1] < 1);
    }

    [Fact]
    public void Call_AfterACancelledOne_IsNotTouchedByIt()
    {
        HeadMatrices<float> heads = new(heads: 4, keyHeads: 4, new HeadSizes(Queries: 300, Keys: 300, Query: 16, Value: 16));
        Matrix<float>[] expected = heads.Attend();
        using CancellationTokenSource source = new();
        ComputeOptions options = new() { CancellationToken = source.Token, Progress = new Reports(_ => source.Cancel()) };
        Assert.ThrowsAny<OperationCanceledException>(() => heads.Attend(options: options));
        Bits.Same(expected, heads.Attend(), "the call afterwards");
    }
}
