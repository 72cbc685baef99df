using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Computing;

/// <summary>A call that was made before allocates its result and a little bookkeeping, however long the sentence is.</summary>
public sealed class MemoryTests
{
    private const int ModelSize = 40, Size = 16, Tokens = 500;

    /// <summary>Tasks, segments and spans of one call, and of each of its heads: as measured, and a half more.</summary>
    private const int HeadsCall = 600, HeadsEach = 450, LayerCall = 6_500, LayerEach = 1_800, TraceEach = 3_900;

    private static readonly ComputeOptions OneThread = ThreadCounts.Options(1);

    public static TheoryData<int> HeadCounts => [1, 8, 40];

    [Theory]
    [MemberData(nameof(HeadCounts))]
    public void HeadsFromQueriesKeysAndValues_Again_AllocateTheirResultOnly(int count)
    {
        HeadMatrices<float> heads = new(count, count, new HeadSizes(Tokens, Tokens, Size, Value: 13));
        Matrix<float>[] outputs = heads.Unwritten(13), weights = heads.Unwritten(Tokens);
        int bookkeeping = HeadsCall + (count * HeadsEach);
        IsAtMost(Bytes(count * 13 * Tokens) + bookkeeping, () => heads.Attend(options: OneThread));
        IsAtMost(bookkeeping, () => ScaledDotProductAttention.AttendInto(outputs, heads.Queries, heads.Keys, heads.Values, options: OneThread));
        IsAtMost(bookkeeping, () => ScaledDotProductAttention.AttendInto(outputs, heads.Queries, heads.Keys, heads.Values, weights, AttentionMask.Causal, OneThread));
    }

    [Theory]
    [MemberData(nameof(HeadCounts))]
    public void Layer_Again_AllocatesItsResultOnly(int heads)
    {
        MultiHeadAttention<float> layer = MultiHeadAttention.Random<float>(ModelSize, heads, seed: 1, headSize: Size);
        Matrix<float> input = Samples.DrawMatrix<float>(ModelSize, Tokens, seed: 1), output = Matrix<float>.Build.Dense(ModelSize, Tokens);
        int bookkeeping = LayerCall + (heads * LayerEach);
        IsAtMost(Bytes(ModelSize * Tokens) + bookkeeping, () => layer.Attend(input, options: OneThread));
        IsAtMost(bookkeeping, () => layer.AttendInto(output, input, options: OneThread));
        IsAtMost(bookkeeping, () => layer.With(Normalisation.Sparsemax()).AttendInto(output, input, options: OneThread));
        IsAtMost(Bytes(Size * Tokens) + LayerCall + LayerEach, () => layer.Heads[0].Attend(input, options: OneThread));
    }

    [Fact]
    public void Trace_Again_AllocatesItsMatricesOnly()
    {
        const int Heads = 3;
        MultiHeadAttention<float> layer = MultiHeadAttention.Random<float>(ModelSize, Heads, seed: 1, headSize: Size);
        Matrix<float> input = Samples.DrawMatrix<float>(ModelSize, Tokens, seed: 1);
        long perHead = Bytes((4 * Size * Tokens) + (2 * Tokens * Tokens)), joined = Bytes((Heads * Size * Tokens) + (ModelSize * Tokens));
        IsAtMost((Heads * (perHead + TraceEach)) + joined + LayerCall, () => layer.Trace(input, options: OneThread));
    }

    [Fact]
    public void OutputAlone_OfManyTokens_TakesFarLessThanTheWeightsWould()
    {
        const int Many = 4096, Narrow = 8;
        HeadMatrices<float> heads = new(heads: 1, keyHeads: 1, new HeadSizes(Many, Many, Narrow, Narrow));
        long before = GC.GetAllocatedBytesForCurrentThread();
        heads.Attend(options: OneThread);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Bytes(Many * Many) / 20);
    }

    [Fact]
    public void Rules_OfTheSameWeights_PackThemOnce()
    {
        MultiHeadAttention<double> layer = MultiHeadAttention.Random(modelSize: 300, heads: 2, seed: 1);
        Matrix<double> token = Samples.DrawMatrix<double>(300, 1, seed: 1);
        layer.Attend(token);
        long before = GC.GetAllocatedBytesForCurrentThread();
        layer.With(Normalisation.Sigmoid()).With(Score.DotProduct()).With(new RotaryPositions()).With(Alibi.ForHeads(2)).Attend(token, options: OneThread);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300 * 300 * sizeof(double) / 4);
    }

    private static long Bytes(int numbers) => numbers * (long)sizeof(float);

    private static void IsAtMost(long bytes, Action call) => Assert.InRange(Allocated.InALaterCall(call), 0, bytes);
}
