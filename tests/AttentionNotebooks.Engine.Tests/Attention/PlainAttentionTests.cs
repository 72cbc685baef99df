using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Attention;

public sealed class PlainAttentionTests
{
    [Fact]
    public void LastQuery_OfMorePairsThanAMatrixHolds_IsComputed()
    {
        const int Keys = 1 << 16, Queries = (1 << 15) + 1;
        float[] output = new float[Queries];
        HeadWork<float> head = new()
        {
            Queries = Samples.Draw<float>(Queries, seed: 1),
            Keys = Samples.Draw<float>(Keys, seed: 2),
            Values = Enumerable.Repeat(1f, Keys).ToArray(),
            Output = output,
            OutputStep = 1,
            QueryCount = Queries,
            KeyCount = Keys,
            Rule = AttentionRule<float>.Default with { Normalisation = Normalisation.Sparsemax() },
        };

        PlainAttention.Run(head, mask: null, (Queries - 1)..Queries);
        Assert.InRange(output[^1], 0.99f, 1.01f);
        Assert.All(output[..^1], entry => Assert.Equal(0, entry));
    }
}
