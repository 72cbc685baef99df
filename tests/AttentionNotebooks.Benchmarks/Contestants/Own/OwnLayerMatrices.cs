using AttentionNotebooks.Benchmarks.Cases;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Benchmarks.Contestants.Own;

/// <summary>The layer and its input in the column convention.</summary>
internal sealed class OwnLayerMatrices
{
    public OwnLayerMatrices(LayerWorkload workload)
    {
        var inputs = LayerInputs.For(workload);
        var size = workload.ModelSize;
        Mask = MaskOf(workload.Rule);
        Input = Matrix<float>.Build.Dense(size, workload.Tokens, inputs.Tokens);
        Layer = WithRule(workload, MultiHeadAttention.FromWeights(
            HeadByHead(inputs.QueryWeights), HeadByHead(inputs.KeyWeights), HeadByHead(inputs.ValueWeights), Matrix<float>.Build.DenseOfRowMajor(size, size, inputs.OutputWeights)));

        Matrix<float>[] HeadByHead(float[] weights)
        {
            var all = Matrix<float>.Build.DenseOfRowMajor(size, size, weights);
            return [.. Enumerable.Range(0, workload.Heads).Select(head => all.SubMatrix(head * workload.Size, workload.Size, 0, size))];
        }
    }

    public Matrix<float> Input { get; }

    public MultiHeadAttention<float> Layer { get; }

    public AttentionMask? Mask { get; }

    private static AttentionMask? MaskOf(LayerRule rule) => rule switch
    {
        LayerRule.Window => AttentionMask.SlidingWindow(64),
        LayerRule.CustomMask => AttentionMask.Custom((key, query) => (key + query) % 3 > 0),
        _ => null,
    };

    private static MultiHeadAttention<float> WithRule(LayerWorkload workload, MultiHeadAttention<float> layer) => workload.Rule switch
    {
        LayerRule.Sigmoid => layer.With(Normalisation.Sigmoid()),
        LayerRule.Relu => layer.With(Normalisation.Relu()),
        LayerRule.Sparsemax => layer.With(Normalisation.Sparsemax()),
        LayerRule.Bilinear => layer.With(Score.Bilinear(Matrix<float>.Build.DenseIdentity(workload.Size))),
        LayerRule.Alibi => layer.With(Alibi.ForHeads(workload.Heads)),
        LayerRule.Rotary => layer.With(new RotaryPositions()),
        _ => layer,
    };
}
