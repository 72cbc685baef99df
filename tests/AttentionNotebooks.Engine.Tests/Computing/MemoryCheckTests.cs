using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Computing;

/// <summary>What cannot fit is refused with its size before it is allocated.</summary>
public sealed class MemoryCheckTests
{
    private const int TooManyTokens = 50_000, ManyTokens = 40_000, ManyHeads = 2_000;

    private readonly Matrix<double> tooLong = Samples.DrawMatrix<double>(2, TooManyTokens, seed: 1);

    [Fact]
    public void Trace_OfMoreTokensThanAMatrixHolds_IsRefusedWithTheSize()
    {
        SelfAttention<double> head = SelfAttention.Random(2, 2, seed: 1);
        IsRefused("2 matrices of 50000×50000 take 40.0 GB", () => head.Trace(tooLong));
        IsRefused("3 matrices of 50000×50000 take 60.0 GB", () => head.Trace(tooLong, mask: AttentionMask.Causal));
        IsRefused("4 matrices of 50000×50000 take 80.0 GB", () => head.With(Alibi.WithSlopes(1)).Trace(tooLong, mask: AttentionMask.Custom((_, _) => true)));
        IsRefused("one matrix can have 2147483591 entries", () => MultiHeadAttention.Random(2, 2, seed: 1).Trace(tooLong));
    }

    [Fact]
    public void Trace_OfMoreHeadsThanMemoryHolds_IsRefusedWithTheSize()
    {
        MultiHeadAttention<double> layer = MultiHeadAttention.Random(2, ManyHeads, seed: 1, headSize: 1);
        Matrix<double> input = Samples.DrawMatrix<double>(2, ManyTokens, seed: 1);
        IsRefused("4000 matrices of 40000×40000 take 51200.0 GB", () => layer.Trace(input));
    }

    [Fact]
    public void Refusal_OfATrace_SaysWhatNeedsNoSuchMemory() =>
        IsRefused("The output alone needs none of them: call Attend.", () => SelfAttention.Random(2, 2, seed: 1).Trace(tooLong));

    private static void IsRefused(string essence, Func<object> call)
    {
        const int Little = 1_000_000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        InsufficientMemoryException refusal = Assert.Throws<InsufficientMemoryException>(call);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Little);
        Assert.Contains(essence, refusal.Message, StringComparison.Ordinal);
    }
}
