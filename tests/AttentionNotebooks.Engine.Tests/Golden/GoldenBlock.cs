using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary><c>nn.TransformerEncoderLayer</c> or, where there is a source, <c>nn.TransformerDecoderLayer</c>, forwards and backwards, as <c>blocks.json</c> holds it.</summary>
internal sealed record GoldenBlock(
    string Precision,
    string Name,
    int Heads,
    int Sentences,
    double[][] Input,
    double[][]? Source,
    double[][] OutputGradient,
    Dictionary<string, double[][]> Parameters,
    double[][] Output,
    double[][] InputGradient,
    Dictionary<string, double[][]> Gradients,
    bool Causal,
    string Activation,
    bool NormFirst) : IGoldenCase
{
    private TransformerConfig Config => new()
    {
        VocabularySize = 1,
        ModelSize = Input[0].Length,
        Layers = 1,
        Heads = Heads,
        FeedForwardSize = Parameters["linear1.weight"].Length,
        IsCausal = Causal,
        NormFirst = NormFirst,
        Activation = Activation == "relu" ? ActivationKind.Relu : ActivationKind.Gelu,
        CrossAttends = Source is not null,
    };

    public void Check<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using ArrayLoan<T> loan = new();
        TransformerBlock<T> block = new(GoldenParameters.Prefix, Config, new Initialisation(1));
        GoldenParameters.Load(Parameters, block.Parameters);
        ParameterGradients<T> gradients = new(block.Parameters);
        GivenInput<T> given = new(GoldenFile.Columns<T>(Input));
        TransformerPass<T> pass = new(loan);
        pass.Add(given);
        block.Forward(pass, Batch<T>(), probe: null, crossProbe: null);
        GoldenFile.Same(GoldenFile.Columns<double>(Output), BothPasses<T>.Matrix(pass.Output), "Y", GoldenParameters.Roundings);

        pass.Backward(BothPasses<T>.Columns(GoldenFile.Columns<T>(OutputGradient)), gradients);
        GoldenFile.Same(GoldenFile.Columns<double>(InputGradient), given.Gradient!, "dX", GoldenParameters.Roundings);
        GoldenParameters.Same(Gradients, block.Parameters, gradients);
    }

    /// <summary>Some sentences, whose words do not matter here, and their sources.</summary>
    private TransformerInput<T> Batch<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Matrix<T>[]? sources = Source is null ? null : [.. Source.Chunk(Source.Length / Sentences).Select(GoldenFile.Columns<T>)];
        return new TransformerInput<T>(Enumerable.Repeat(new int[Input.Length / Sentences], Sentences), sources);
    }
}
