using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;
using CsCheck;

namespace AttentionNotebooks.Engine.Tests.Kernels.Fused;

/// <summary>The fused kernels at every width, with and without weights, against the formula in double.</summary>
public sealed class PanelAttentionOracleTests
{
    public static TheoryData<int> Lengths => new(Enumerable.Range(1, 65));

    public static TheoryData<int> HeadSizes => new(Enumerable.Range(1, 70));

    public static MatrixTheoryData<MaskCase, double, double> Rules => new(Enum.GetValues<MaskCase>(), [0, 0.25, -0.5], [1, 0.3, 5]);

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Tokens_EveryLength_AgreeWithReference(int length)
    {
        Agree(new(length, length, Query: 8, Value: 6));
        Agree(new(length, Keys: 66 - length, Query: 5, Value: 7));
        Agree(new(Queries: 3, Keys: 100 + length, Query: 4, Value: 4), length);
    }

    [Theory]
    [MemberData(nameof(HeadSizes))]
    public void HeadSizes_EveryOne_AgreeWithReference(int size)
    {
        Agree(new(Queries: 9, Keys: 11, size, size));
        Agree(new(Queries: 5, Keys: 13, Query: size, Value: 71 - size));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_EachWithEach_AgreesWithReference(MaskCase mask, double slope, double temperature)
    {
        Agree(new(Queries: 37, Keys: 37, Query: 6, Value: 5), mask, slope, temperature);
        Agree(new(Queries: 21, Keys: 300, Query: 6, Value: 5), mask, slope, temperature);
    }

    [Fact]
    public void Sizes_LargeAndOdd_AgreeWithReference() =>
        Gen.Select(Gen.Int[1, 400], Gen.Int[66, 700], Gen.Int[1, 70], Gen.Int[1, 70], Gen.Int[0, 10_000]).Sample((queries, keys, query, value, seed) =>
        {
            Random random = new(seed);
            double slope = random.Next(2) * random.NextDouble(), temperature = 0.3 + random.NextDouble();
            HeadSizes sizes = new(queries, keys, query, value);
            Agree<float>(sizes, RandomMask.Of(keys, queries, seed), slope, temperature, seed);
            Agree<double>(sizes, RandomMask.Of(keys, queries, seed), slope, temperature, seed);
        }, iter: 20);

    private static void Agree(HeadSizes sizes, int seed = 1)
    {
        AttentionMask? mask = RandomMask.Of(sizes.Keys, sizes.Queries, seed);
        Agree<float>(sizes, mask, seed: seed);
        Agree<double>(sizes, mask, seed: seed);
    }

    private static void Agree(HeadSizes sizes, MaskCase mask, double slope, double temperature)
    {
        Agree<float>(sizes, mask.Engine(sizes.Keys, sizes.Queries), slope, temperature);
        Agree<double>(sizes, mask.Engine(sizes.Keys, sizes.Queries), slope, temperature);
    }

    private static void Agree<T>(HeadSizes sizes, AttentionMask? mask, double slope = 0, double temperature = 1, int seed = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadCase<T> head = new(sizes, mask, temperature, slope, isScaled: seed % 3 != 0, seed);
        foreach (IWidth<T> width in Widths.Accelerated<T>())
        {
            foreach (Kept kept in Enum.GetValues<Kept>()) head.AgreesWith(head.AttendAt(width, kept), $"{width}, keeping {kept}");
        }
    }
}
