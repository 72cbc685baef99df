using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Layers;

/// <summary>Vectors are lent: what a pass takes from the heap does not grow with the tokens.</summary>
public sealed class LayerMemoryTests
{
    private const int Size = 16;

    private static readonly Dictionary<string, Layer<float>> Layers = new()
    {
        ["LayerNorm"] = new LayerNorm<float>("norm", Size, hasBias: true, 1e-5),
        ["RmsNorm"] = new RmsNorm<float>("norm", Size, 1e-5),
        ["Relu"] = new FeedForward<float>("one", Size, 32, ActivationKind.Relu, hasBiases: true, new Initialisation(1)),
        ["Gelu"] = new FeedForward<float>("one", Size, 32, ActivationKind.Gelu, hasBiases: true, new Initialisation(1)),
        ["SwiGlu"] = new FeedForward<float>("one", Size, 32, ActivationKind.SwiGlu, hasBiases: true, new Initialisation(1)),
    };

    public static TheoryData<string> Names => [.. Layers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Heap_OfBothPasses_DoesNotGrowWithTheTokens(string name) => Assert.Equal(Bytes(Layers[name], tokens: 10), Bytes(Layers[name], tokens: 1000));

    private static long Bytes(Layer<float> layer, int tokens)
    {
        Matrix<float> input = Samples.DrawMatrix<float>(Size, tokens, seed: 1);
        ParameterGradients<float> gradients = new(layer.Parameters);
        return Allocated.InALaterCall(() =>
        {
            using ArrayLoan<float> loan = new();
            LayerPass<float> pass = layer.Forward(BothPasses<float>.Columns(input), loan);
            _ = pass.Backward(pass.Output, gradients);
        });
    }
}
