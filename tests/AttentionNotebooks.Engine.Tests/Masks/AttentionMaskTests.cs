using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Masks;

public sealed class AttentionMaskTests
{
    private const int Keys = 9, Queries = 7;

    public static TheoryData<MaskCase> Masks => [.. Enum.GetValues<MaskCase>().Except([MaskCase.None])];

    [Theory]
    [MemberData(nameof(Masks))]
    public void Allows_EveryKeyAndQuery_IsTheRule(MaskCase name) => Assert.All(Pairs(), pair =>
        Assert.Equal(name.Formula(Keys)(pair.Key, pair.Query), name.Engine(Keys, Queries)!.Allows(pair.Key, pair.Query)));

    [Fact]
    public void None_EveryKeyAndQuery_IsAllowed() => Assert.All(Pairs(), pair => Assert.True(AttentionMask.None.Allows(pair.Key, pair.Query)));

    [Fact]
    public void Name_OfACombination_NamesBoth() =>
        Assert.Equal("causal and sliding window and padding", (AttentionMask.Causal & AttentionMask.SlidingWindow(2) & AttentionMask.Padding(3)).Name);

    [Fact]
    public void Table_ChangedByTheCaller_StaysAsItWas()
    {
        bool[,] table = { { true } };
        AttentionMask mask = AttentionMask.Custom(table);
        table[0, 0] = false;
        Assert.True(mask.Allows(0, 0));
    }

    [Fact]
    public void List_ChangedByTheCaller_StaysAsItWas()
    {
        bool[] isToken = [true];
        AttentionMask mask = AttentionMask.Padding(isToken);
        isToken[0] = false;
        Assert.True(mask.Allows(0, 0));
    }

    [Fact]
    public void Arguments_Wrong_AreRefused()
    {
        BadInput.Refused("length", "-1", () => AttentionMask.Padding(-1));
        BadInput.Refused("radius", "-1", () => AttentionMask.SlidingWindow(-1));
        BadInput.Refused("right", "", () => AttentionMask.Causal & null!);
        BadInput.Refused("left", "", () => null! & AttentionMask.Causal);
    }

    private static IEnumerable<(int Key, int Query)> Pairs() =>
        Enumerable.Range(0, Keys).SelectMany(key => Enumerable.Range(0, Queries).Select(query => (key, query)));
}
