using System.Numerics;
using AttentionNotebooks.Engine.Tests.Reference;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Golden;

/// <summary>One layer of heads as <c>multi-head.json</c> and <c>grouped-query.json</c> hold it.</summary>
/// <remarks>
/// InProjWeight is W^q, W^k, W^v of all heads, one below the other, as <c>nn.MultiheadAttention</c> keeps them; where it is null, the three come apart.
/// InProjBias is b^q, b^k, b^v of all heads, one below the other, in both cases.
/// </remarks>
internal sealed record GoldenLayer(
    string Precision,
    string Name,
    int Heads,
    int? KeyValueHeads,
    double[][] Input,
    double[][]? Source,
    double[][]? InProjWeight,
    double[][]? QProjWeight,
    double[][]? KProjWeight,
    double[][]? VProjWeight,
    double[]? InProjBias,
    double[][] OutProjWeight,
    double[]? OutProjBias,
    bool[][]? Allows,
    bool[]? IsToken,
    double[][][] Weights,
    double[][][] HeadOutputs,
    double[][] Output,
    double[][]? OutputGradient,
    GoldenGradients? Gradients)
{
    public void CheckGradients<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        MultiHeadTrace<T> trace = Layer<T>().Trace(
            GoldenFile.Columns<T>(Input), Source is null ? null : (LabelledMatrix<T>)GoldenFile.Columns<T>(Source), GoldenFile.Mask(Allows, IsToken));
        MultiHeadGradients<T> gradients = trace.Backward(GoldenFile.Columns<T>(OutputGradient!));
        Gradients!.AgreeOnTokens("output", gradients.Output);
        Gradients.AgreeOnTokens("input", gradients.Input);
        if (Source is not null) Gradients.AgreeOnTokens("source", gradients.Source);
        if (Gradients.ContainsKey("weights")) Gradients.AgreeOnHeads("weights", gradients.Heads.Select(head => head.Weights));
        Gradients.AgreeOnLearned("out_proj_weight", gradients.OutputWeights);
        LabelledMatrix<T>[][] parts = [[.. gradients.Heads.Select(head => head.QueryWeights)], [.. gradients.KeyWeights], [.. gradients.ValueWeights]];
        if (InProjWeight is not null) Gradients.AgreeOnLearned("in_proj_weight", [.. parts.SelectMany(part => part)]);
        for (int part = 0; InProjWeight is null && part < parts.Length; part++) Gradients.AgreeOnLearned($"{"qkv"[part]}_proj_weight", parts[part]);
        if (InProjBias is null) return;
        Gradients.AgreeOnLearned("in_proj_bias", [.. gradients.Heads.Select(head => head.QueryBias!), .. gradients.KeyBiases, .. gradients.ValueBiases]);
        Gradients.AgreeOnLearned("out_proj_bias", gradients.OutputBias!);
    }

    public void Check<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        MultiHeadAttention<T> layer = Layer<T>();
        Matrix<T> input = GoldenFile.Columns<T>(Input), source = GoldenFile.Columns<T>(Source ?? Input);
        AttentionMask? mask = GoldenFile.Mask(Allows, IsToken);
        MultiHeadTrace<T> trace = layer.Trace(input, source, mask);

        // Both sides have rounded, so twice the bound.
        RoundingBound[] bounds = [.. layer.Heads.Select(head => BoundOf(head, input, source))];
        for (int head = 0; head < Heads; head++)
        {
            Near.Equal(GoldenFile.Columns<double>(Weights[head]), trace.Heads[head].Weights.Values, 2 * bounds[head].Weights, $"A′ of head {head}");
            Near.Equal(GoldenFile.Columns<double>(HeadOutputs[head]), trace.Heads[head].Output.Values, 2 * bounds[head].Output, $"O of head {head}");
        }

        double joined = RoundingBound.Joined(layer.OutputWeights, trace.Concatenated.Values.ToDouble(), bounds.Max(bound => bound.Output), layer.OutputBias);
        Near.Equal(GoldenFile.Columns<double>(Output), layer.Attend(input, source, mask), 2 * joined, "O");
    }

    private MultiHeadAttention<T> Layer<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[][][] parts = InProjWeight is null ? [QProjWeight!, KProjWeight!, VProjWeight!] : [.. InProjWeight.Chunk(InProjWeight.Length / 3)];
        int groups = KeyValueHeads ?? Heads;
        return MultiHeadAttention
            .FromWeights(
                GoldenFile.Heads<T>(parts[0], Heads),
                GoldenFile.Heads<T>(parts[1], groups),
                GoldenFile.Heads<T>(parts[2], groups),
                GoldenFile.Rows<T>(OutProjWeight))
            .With(Biases<T>())
            .WithOutputBias(OutProjBias?.ToVector<T>());
    }

    private ProjectionBiases<T> Biases<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (InProjBias is null) return new();
        double[][] thirds = [.. InProjBias.Chunk(InProjBias.Length / 3)];
        return new() { Query = thirds[0].ToVector<T>(), Key = thirds[1].ToVector<T>(), Value = thirds[2].ToVector<T>() };
    }

    private static RoundingBound BoundOf<T>(SelfAttention<T> head, Matrix<T> input, Matrix<T> source)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RoundingBound.Of(head, ScoreCase<T>.ScaledDotProduct().Magnitude, NormalisationCase.Softmax.Sensitivity(), input, source, greatestWeight: 1);
}
