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
        Input = Matrix<float>.Build.Dense(size, workload.Tokens, inputs.Tokens);
        Layer = MultiHeadAttention.FromWeights(
            HeadByHead(inputs.QueryWeights), HeadByHead(inputs.KeyWeights), HeadByHead(inputs.ValueWeights), Matrix<float>.Build.DenseOfRowMajor(size, size, inputs.OutputWeights));

        Matrix<float>[] HeadByHead(float[] weights)
        {
            var all = Matrix<float>.Build.DenseOfRowMajor(size, size, weights);
            return [.. Enumerable.Range(0, workload.Heads).Select(head => all.SubMatrix(head * workload.Size, workload.Size, 0, size))];
        }
    }

    public Matrix<float> Input { get; }

    public MultiHeadAttention<float> Layer { get; }
}
