namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>Layers, attention, whole blocks, embedding and loss, forwards and backwards: the same numbers as PyTorch's autograd, in both precisions.</summary>
public sealed class GoldenLayerTests
{
    private const string Float = "float32";

    private static readonly IGoldenCase[] Golden =
    [
        .. GoldenFile.Read<GoldenTokenLayer>("layers.json"),
        .. GoldenFile.Read<GoldenEmbedding>("embedding.json"),
        .. GoldenFile.Read<GoldenCrossEntropy>("cross-entropy.json"),
        .. GoldenFile.Read<GoldenAttentionLayer>("attention-layers.json"),
        .. GoldenFile.Read<GoldenBlock>("blocks.json"),
    ];

    public static TheoryData<string, string> Cases => [.. Golden.Select(golden => (golden.Precision, golden.Name))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Layer_OfPyTorch_HasTheSameNumbersAndGradients(string precision, string name)
    {
        IGoldenCase one = Golden.Single(golden => (golden.Precision, golden.Name) == (precision, name));
        if (precision == Float) one.Check<float>();
        else one.Check<double>();
    }
}
