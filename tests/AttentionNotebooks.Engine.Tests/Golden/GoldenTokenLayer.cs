using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>A layer that treats each token for itself, forwards and backwards, as <c>layers.json</c> holds it.</summary>
internal sealed record GoldenTokenLayer(
    string Precision,
    string Name,
    string Kind,
    double[][] Input,
    double[][] OutputGradient,
    Dictionary<string, double[][]> Parameters,
    double[][] Output,
    double[][] InputGradient,
    Dictionary<string, double[][]> Gradients) : IGoldenCase
{
    private const double Epsilon = 1e-5;

    private const string Prefix = "layers.0";

    private int Size => Input[0].Length;

    private int OutputSize => Output[0].Length;

    private bool HasBias => Parameters.Keys.Any(name => name.EndsWith("bias", StringComparison.Ordinal));

    public void Check<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Layer<T> layer = Layer<T>();
        Assert.Equal(Parameters.Keys.Order(StringComparer.Ordinal), layer.Parameters.Select(Key).Order(StringComparer.Ordinal));
        foreach (Parameter<T> parameter in layer.Parameters) GoldenFile.Rows<T>(Parameters[Key(parameter)]).CopyTo(parameter.Values);

        BothPasses<T> run = new(layer, GoldenFile.Columns<T>(Input), GoldenFile.Columns<T>(OutputGradient));
        GoldenFile.Same(GoldenFile.Columns<double>(Output), run.Output, "Y");
        GoldenFile.Same(GoldenFile.Columns<double>(InputGradient), run.InputGradient, "dX");
        foreach (Parameter<T> parameter in layer.Parameters) GoldenFile.Same(GoldenFile.Rows<double>(Gradients[Key(parameter)]), run.Gradient(parameter), Key(parameter));
    }

    private static string Key<T>(Parameter<T> parameter)
        where T : unmanaged, IFloatingPointIeee754<T> => parameter.Name[(Prefix.Length + 1)..];

    private Layer<T> Layer<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => Kind switch
        {
            "linear" => new Linear<T>(Prefix, Size, OutputSize, HasBias, new Initialisation(1)),
            "layer_norm" => new LayerNorm<T>(Prefix, Size, HasBias, Epsilon),
            "rms_norm" => new RmsNorm<T>(Prefix, Size, Epsilon),
            "relu" => Network<T>(ActivationKind.Relu),
            "gelu" => Network<T>(ActivationKind.Gelu),
            "swi_glu" => Network<T>(ActivationKind.SwiGlu),
            _ => throw new InvalidDataException(Kind),
        };

    private FeedForward<T> Network<T>(ActivationKind activation)
        where T : unmanaged, IFloatingPointIeee754<T> => new(Prefix, Size, Parameters["linear1.weight"].Length, activation, HasBias, new Initialisation(1));
}
