using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Kernels;
using CsCheck;

namespace AttentionNotebooks.Engine.Tests.Masks.Keys;

/// <summary>A mask as the kernels ask for it says of every panel of queries what it says pair by pair.</summary>
public sealed class KeyMaskTests
{
    private static readonly int[] Widths = [2, 4, 8, 16, 32];

    private static readonly Gen<(int Keys, int Queries, int Seed)> Sizes = Gen.Select(Gen.Int[1, 90], Gen.Int[1, 200], Gen.Int[0, 10_000]);

    public static TheoryData<MaskCase> Exact =>
        [MaskCase.Causal, MaskCase.PaddingByLength, MaskCase.SlidingWindow, MaskCase.CausalWindow];

    [Fact]
    public void Bits_OfAnyPanel_AreThoseOfEachPair() => ForEachPanel((mask, asked, size, panel) =>
    {
        for (int key = 0; key < size.Keys; key++)
        {
            ulong bits = asked.Queries(key, panel.First, panel.End - panel.First);
            for (int query = panel.First; query < panel.End; query++)
            {
                if ((bits >> (query - panel.First) & 1) != 0 != mask.Allows(key, query)) return false;
            }
        }

        return true;
    });

    [Fact]
    public void Ranges_OfAnyPanel_LeaveOutNoKeyAndPromiseNone() => ForEachPanel((mask, asked, size, panel) =>
    {
        KeyRange any = asked.SeenByAny(panel.First, panel.End, size.Keys), all = asked.SeenByAll(panel.First, panel.End, size.Keys);
        return Enumerable.Range(0, size.Keys).All(key =>
        {
            int seeing = Enumerable.Range(panel.First, panel.End - panel.First).Count(query => mask.Allows(key, query));
            return (any.Covers(key, key + 1) || seeing == 0) && (!all.Covers(key, key + 1) || seeing == panel.End - panel.First);
        });
    });

    [Theory]
    [MemberData(nameof(Exact))]
    public void Ranges_OfMasksWithEdges_AreExact(MaskCase name)
    {
        const int Keys = 60;
        IKeyMask asked = name.Engine(Keys, Keys)!.ForKernels(Keys, Keys)!;
        foreach (int[] panel in Enumerable.Range(0, Keys).Chunk(8))
        {
            (int first, int end) = (panel[0], panel[^1] + 1);
            Assert.Equal(Where(key => panel.Any(query => name.Formula(Keys)(key, query))), Inside(asked.SeenByAny(first, end, Keys)));
            Assert.Equal(Where(key => panel.All(query => name.Formula(Keys)(key, query))), Inside(asked.SeenByAll(first, end, Keys)));
        }

        static int[] Where(Func<int, bool> isSeen) => [.. Enumerable.Range(0, Keys).Where(isSeen)];
        static int[] Inside(KeyRange range) => Where(key => range.Covers(key, key + 1));
    }

    [Fact]
    public void Mask_ThatForbidsNothing_IsNotAsked()
    {
        Assert.Null(AttentionMask.None.ForKernels(3, 3));
        Assert.Null((AttentionMask.None & AttentionMask.None).ForKernels(3, 3));
        Assert.IsType<CausalKeys>((AttentionMask.None & AttentionMask.Causal).ForKernels(3, 3));
        Assert.IsType<CausalKeys>((AttentionMask.Causal & AttentionMask.None).ForKernels(3, 3));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue - 1)]
    public void Window_OfTheGreatestRadius_SeesAll(int radius)
    {
        IKeyMask window = AttentionMask.SlidingWindow(radius).ForKernels(10, 10)!;
        Assert.Equal((new KeyRange(0, 10), new KeyRange(0, 10)), (window.SeenByAny(2, 8, 10), window.SeenByAll(2, 8, 10)));
        Assert.Equal(ulong.MaxValue, window.Queries(9, 0, 64));
    }

    private static void ForEachPanel(Func<AttentionMask, IKeyMask, (int Keys, int Queries), KeyRange, bool> holds) => Sizes.Sample(size =>
    {
        if (RandomMask.Of(size.Keys, size.Queries, size.Seed) is not { } mask || mask.ForKernels(size.Keys, size.Queries) is not { } asked) return true;
        return Widths.All(width => Enumerable.Range(0, (size.Queries + width - 1) / width).All(place =>
            holds(mask, asked, (size.Keys, size.Queries), new KeyRange(place * width, Math.Min((place + 1) * width, size.Queries)))));
    });
}
