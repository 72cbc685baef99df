using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Attention;

public sealed class ScaledDotProductAttentionTests
{
    private static readonly Gen<(HeadSizes Sizes, int Seed)> Heads =
        Gen.Select(Gen.Int[1, 150], Gen.Int[1, 400], Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[0, 10_000])
            .Select((queries, keys, query, value, seed) => (new HeadSizes(queries, keys, query, value), seed));

    public static TheoryData<int, int> Groups => new() { { 1, 1 }, { 4, 4 }, { 4, 2 }, { 4, 1 }, { 12, 3 } };

    [Fact]
    public void Head_OfAnySize_AgreesWithReference() => Heads.Sample(
        head =>
        {
            Agrees<float>(head.Sizes, head.Seed);
            Agrees<double>(head.Sizes, head.Seed);
        },
        iter: 30);

    [Theory]
    [MemberData(nameof(Groups))]
    public void Heads_SideBySide_AreEachTheirOwn(int heads, int keyHeads)
    {
        AreTheirOwn<float>(heads, keyHeads);
        AreTheirOwn<double>(heads, keyHeads);
    }

    [Fact]
    public void Outputs_WrittenIntoMatrices_HaveTheSameBits() => Heads.Sample(
        head =>
        {
            HeadMatrices<float> matrices = new(heads: 2, keyHeads: 1, head.Sizes, head.Seed);
            AttentionMask? mask = RandomMask.Of(head.Sizes.Keys, head.Sizes.Queries, head.Seed);
            Matrix<float>[] alone = matrices.Unwritten(head.Sizes.Value);
            ScaledDotProductAttention.AttendInto(alone, matrices.Queries, matrices.Keys, matrices.Values, mask: mask);
            Bits.Same(matrices.Attend(mask), alone, "AttendInto");
            Bits.Same(alone, matrices.AttendInto(mask).Outputs, "AttendInto with weights");
        },
        iter: 30);

    [Fact]
    public void Storage_SparseOrDiagonal_GivesTheNumbersOfDense()
    {
        Matrix<double> diagonal = Matrix<double>.Build.Diagonal(5, 5, i => i - 1.5);
        Matrix<double> dense = Matrix<double>.Build.DenseOfMatrix(diagonal), sparse = Matrix<double>.Build.SparseOfMatrix(diagonal);
        Assert.Equal(ScaledDotProductAttention.Attend([dense], [dense], [dense]), ScaledDotProductAttention.Attend([diagonal], [sparse], [diagonal]));
    }

    [Fact]
    public void Query_ThatSeesNoKey_HasZeroWeightsAndOutput()
    {
        HeadMatrices<float> matrices = new(heads: 2, keyHeads: 2, new HeadSizes(Queries: 20, Keys: 20, Query: 4, Value: 3));
        (Matrix<float>[] outputs, Matrix<float>[] weights) = matrices.AttendInto(AttentionMask.Custom((_, query) => query != 17));
        Assert.All(outputs.Concat(weights), matrix => Assert.All(matrix.Column(17), entry => Assert.Equal(0, entry)));
        Assert.All(weights, matrix => Assert.Equal(19, matrix.ColumnSums().Count(sum => sum > 0.9f)));
    }

    private static void Agrees<T>(HeadSizes sizes, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AttentionMask? mask = RandomMask.Of(sizes.Keys, sizes.Queries, seed);
        HeadCase<T> head = new(sizes, mask, seed: seed);
        HeadResults<T> results = new(sizes, Kept.Weights);
        ScaledDotProductAttention.AttendInto(
            [Over(results.Output, sizes.Value)],
            [Over(head.Queries, sizes.Query)],
            [Over(head.Keys, sizes.Query)],
            [Over(head.Values, sizes.Value)],
            [Over(results.Weights, sizes.Keys)],
            mask);
        head.AgreesWith(results, nameof(ScaledDotProductAttention));

        static Matrix<T> Over(T[] storage, int rows) => Matrix<T>.Build.Dense(rows, storage.Length / rows, storage);
    }

    private static void AreTheirOwn<T>(int heads, int keyHeads)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadMatrices<T> matrices = new(heads, keyHeads, new HeadSizes(Queries: 37, Keys: 45, Query: 6, Value: 5));
        Matrix<T>[] together = matrices.Attend(AttentionMask.Causal);
        Assert.Equal(heads, together.Length);
        for (int head = 0; head < heads; head++)
        {
            int shared = head * keyHeads / heads;
            Matrix<T>[] alone = ScaledDotProductAttention.Attend([matrices.Queries[head]], [matrices.Keys[shared]], [matrices.Values[shared]], AttentionMask.Causal);
            Bits.Same(alone, [together[head]], $"head {head}");
        }
    }
}
