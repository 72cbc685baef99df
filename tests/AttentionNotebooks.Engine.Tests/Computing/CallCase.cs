using AttentionNotebooks.Engine.Tests.Reference;
using AttentionNotebooks.Engine.Tests.Reference.Heads;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Engine.Tests.Computing;

/// <summary>Every call that takes options, by name, on inputs of about the same size.</summary>
public enum CallCase
{
    HeadsAttend,
    HeadsAttendInto,
    HeadsGradients,
    SelfAttend,
    SelfTrace,
    LayerAttend,
    LayerAttendInto,
    LayerTrace,
    LayerOfSparsemax,
    GroupedLayer,
}

internal static class CallCases
{
    private const int ModelSize = 24, Heads = 4;

    public static void Run(this CallCase name, int tokens, ComputeOptions options, AttentionMask? mask = null)
    {
        HeadMatrices<double> heads = new(Heads, Heads, new HeadSizes(tokens, tokens, Query: 6, Value: 5));
        Matrix<double> input = Samples.DrawMatrix<double>(ModelSize, tokens, seed: 1);
        MultiHeadAttention<double> layer = MultiHeadAttention.Random(ModelSize, Heads, seed: 1);
        _ = name switch
        {
            CallCase.HeadsAttend => heads.Attend(mask, options),
            CallCase.HeadsAttendInto => heads.AttendInto(mask, options),
            CallCase.HeadsGradients => ScaledDotProductAttention.Gradients(heads.Queries, heads.Keys, heads.Values, heads.Values, mask, options),
            CallCase.SelfAttend => layer.Heads[0].Attend(input, mask: mask, options: options),
            CallCase.SelfTrace => layer.Heads[0].Trace(input, mask: mask, options: options),
            CallCase.LayerAttend => layer.Attend(input, mask: mask, options: options),
            CallCase.LayerAttendInto => Into(layer, input, mask, options),
            CallCase.LayerTrace => layer.Trace(input, mask: mask, options: options),
            CallCase.LayerOfSparsemax => layer.With(Normalisation.Sparsemax()).Attend(input, mask: mask, options: options),
            CallCase.GroupedLayer => MultiHeadAttention.Random(ModelSize, Heads, seed: 1, keyValueHeads: 2).Attend(input, mask: mask, options: options),
            _ => (object)Assert.Fail,
        };
    }

    private static Matrix<double> Into(MultiHeadAttention<double> layer, Matrix<double> input, AttentionMask? mask, ComputeOptions options)
    {
        Matrix<double> output = Matrix<double>.Build.Dense(ModelSize, input.ColumnCount);
        layer.AttendInto(output, input, mask: mask, options: options);
        return output;
    }
}
