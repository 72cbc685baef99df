using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using AttentionNotebooks.Engine.Tests.Reference.Lanes;
using AttentionNotebooks.Kernels;
using CsCheck;

namespace AttentionNotebooks.Engine.Tests.Kernels.Fused;

/// <summary>What the fused kernels promise bit for bit.</summary>
public sealed class PanelAttentionBitsTests
{
    private static readonly Gen<(HeadSizes Sizes, int Seed)> Heads =
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 700], Gen.Int[1, 70], Gen.Int[1, 40], Gen.Int[0, 10_000])
            .Select((queries, keys, query, value, seed) => (new HeadSizes(queries, keys, query, value), seed));

    private delegate void Check<T>(HeadCase<T> head)
        where T : unmanaged, IFloatingPointIeee754<T>;

    [Fact]
    public void Widths_ThatRoundAlike_GiveTheSameBits()
    {
        OfEach(AlikeAtEveryWidth<float>, AlikeAtEveryWidth<double>);

        static void AlikeAtEveryWidth<T>(HeadCase<T> head)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            foreach (IReadOnlyList<IWidth<T>> alike in Widths.Alike<T>())
            {
                foreach (Kept kept in Enum.GetValues<Kept>())
                {
                    HeadResults<T> expected = head.AttendAt(alike[0], kept);
                    Assert.All(alike, width => head.AttendAt(width, kept).HasTheBitsOf(expected, $"by {width} and by {alike[0]}"));
                }
            }
        }
    }

    [Fact]
    public void Output_WithWeightsKeptOrNot_HasTheSameBits()
    {
        OfEach(AlikeWhateverIsKept<float>, AlikeWhateverIsKept<double>);

        static void AlikeWhateverIsKept<T>(HeadCase<T> head)
            where T : unmanaged, IFloatingPointIeee754<T> => Assert.All(Widths.Accelerated<T>(), width =>
            {
                T[] expected = head.AttendAt(width, Kept.Nothing).Output;
                Bits.Same<T>(expected, head.AttendAt(width, Kept.Weights).Output, $"O with weights by {width}");
                Bits.Same<T>(expected, head.AttendAt(width, Kept.Everything).Output, $"O with scores by {width}");
            });
    }

    [Fact]
    public void Queries_InGroups_HaveTheSameBitsAsTogether()
    {
        OfEach(AlikeInGroups<float>, AlikeInGroups<double>);

        static void AlikeInGroups<T>(HeadCase<T> head)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            foreach (Kept kept in Enum.GetValues<Kept>())
            {
                HeadResults<T> together = new(head.Sizes, kept), apart = new(head.Sizes, kept);
                FusedAttention.Run(head.Spans(together), head.Rule, 0..head.Sizes.Queries);
                for (int first = 0; first < head.Sizes.Queries; first += FusedAttention.QueryGrain)
                    FusedAttention.Run(head.Spans(apart), head.Rule, first..Math.Min(first + FusedAttention.QueryGrain, head.Sizes.Queries));
                apart.HasTheBitsOf(together, "in groups");
            }
        }
    }

    private static void OfEach(Check<float> single, Check<double> wide) => Heads.Sample(
        head =>
        {
            single(Make<float>(head.Sizes, head.Seed));
            wide(Make<double>(head.Sizes, head.Seed));
        },
        iter: 25);

    private static HeadCase<T> Make<T>(HeadSizes sizes, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Random random = new(seed);
        return new(sizes, RandomMask.Of(sizes.Keys, sizes.Queries, seed), 0.3 + random.NextDouble(), random.Next(2) * random.NextDouble(), random.Next(2) > 0, seed);
    }
}
