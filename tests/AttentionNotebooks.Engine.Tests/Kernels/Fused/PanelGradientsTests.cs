using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;
using CsCheck;

namespace AttentionNotebooks.Engine.Tests.Kernels.Fused;

/// <summary>The backward pass at every width against its formulas in double.</summary>
public sealed class PanelGradientsTests
{
    public static TheoryData<int> Lengths => new(Enumerable.Range(1, 65));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Sizes_EveryLength_AgreeWithTheFormulas(int length)
    {
        Agree(new(length, length, Query: 6, Value: 5), length);
        Agree(new(length, Keys: 66 - length, Query: 3, Value: 4), length);
        Agree(new(Queries: 7, Keys: 9, Query: length, Value: 66 - length), length);
    }

    [Fact]
    public void Sizes_LargeAndOdd_AgreeWithTheFormulas() =>
        Gen.Select(Gen.Int[1, 150], Gen.Int[66, 500], Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[0, 10_000])
            .Sample((queries, keys, query, value, seed) => Agree(new(queries, keys, query, value), seed), iter: 20);

    private static void Agree(HeadSizes sizes, int seed)
    {
        Agree<float>(sizes, seed);
        Agree<double>(sizes, seed);
    }

    private static void Agree<T>(HeadSizes sizes, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(seed);
        HeadCase<T> head = new(sizes, RandomMask.Of(sizes.Keys, sizes.Queries, seed), 0.3 + random.NextDouble(), random.Next(2) * random.NextDouble(), random.Next(3) > 0, seed);
        foreach (IWidth<T> width in Widths.Accelerated<T>())
        {
            HeadGradients<T> gradients = new(head);
            gradients.ComputeAt(width);
            gradients.AgreeWithTheFormulas($"{width}");
        }
    }
}
