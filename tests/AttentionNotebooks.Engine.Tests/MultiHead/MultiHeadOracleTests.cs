using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.MultiHead;

public sealed class MultiHeadOracleTests
{
    public static TheoryData<int> HeadCounts => new(Enumerable.Range(1, 100));

    public static TheoryData<int> Lengths => new(Enumerable.Range(1, 65));

    public static MatrixTheoryData<int, MaskCase> Groups => new([1, 2, 3, 4, 6, 12], Enum.GetValues<MaskCase>());

    [Theory]
    [MemberData(nameof(HeadCounts))]
    public void Heads_FromOneToAHundred_AgreeWithReference(int heads) => Agree(heads, heads);

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Tokens_EveryLength_AgreeWithReference(int length) => Agree(heads: 3, keyValueHeads: 3, tokens: length, sourceTokens: length);

    [Theory]
    [MemberData(nameof(Groups))]
    public void KeyValueHeads_EveryDivisorOfTwelveAndMask_AgreeWithReference(int groups, MaskCase mask) => Agree(heads: 12, groups, mask: mask);

    private static void Agree(int heads, int keyValueHeads, int tokens = 4, int sourceTokens = 7, MaskCase mask = MaskCase.None)
    {
        new MultiHeadCase<float>(heads, keyValueHeads, tokens, sourceTokens, mask).AgreesWithReference();
        new MultiHeadCase<double>(heads, keyValueHeads, tokens, sourceTokens, mask).AgreesWithReference();
    }
}
