using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary><c>nn.MultiheadAttention</c> on some sentences of one length, forwards and backwards, as <c>attention-layers.json</c> holds it.</summary>
internal sealed record GoldenAttentionLayer(
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
    double[][]? SourceGradient,
    Dictionary<string, double[][]> Gradients,
    bool Causal) : IGoldenCase
{
    public void Check<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using ArrayLoan<T> loan = new();
        AttentionLayer<T> layer = Layer<T>();
        GoldenParameters.Load(Parameters, layer.Parameters);
        ParameterGradients<T> gradients = new(layer.Parameters);
        Columns<T> input = BothPasses<T>.Columns(GoldenFile.Columns<T>(Input));
        AttentionPass<T> pass = Source is null
            ? layer.Forward(input, Spans(Input), loan)
            : layer.Forward(input, Spans(Input), BothPasses<T>.Columns(GoldenFile.Columns<T>(Source)), Spans(Source), loan);
        GoldenFile.Same(GoldenFile.Columns<double>(Output), BothPasses<T>.Matrix(pass.Output), "Y", GoldenParameters.Roundings);

        Columns<T> inputGradient = pass.Backward(BothPasses<T>.Columns(GoldenFile.Columns<T>(OutputGradient)), gradients);
        GoldenFile.Same(GoldenFile.Columns<double>(InputGradient), BothPasses<T>.Matrix(inputGradient), "dX", GoldenParameters.Roundings);
        if (SourceGradient is not null) GoldenFile.Same(GoldenFile.Columns<double>(SourceGradient), BothPasses<T>.Matrix(pass.SourceGradient), "dS", GoldenParameters.Roundings);
        GoldenParameters.Same(Gradients, layer.Parameters, gradients);
    }

    private AttentionLayer<T> Layer<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HeadsRule<T> rule = new(new AttentionSizes(Input[0].Length, Heads, Heads), Causal);
        return new AttentionLayer<T>(GoldenParameters.Prefix, rule, hasBiases: Parameters.ContainsKey("in_proj_bias"), new Initialisation(1));
    }

    private SentenceSpan[] Spans(double[][] tokens) => SentenceSpan.Pack(Enumerable.Repeat(tokens.Length / Sentences, Sentences));
}
