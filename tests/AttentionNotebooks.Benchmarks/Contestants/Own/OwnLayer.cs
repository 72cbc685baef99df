using AttentionNotebooks.Benchmarks.Cases;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Benchmarks.Contestants.Own;

/// <summary>The whole layer into a matrix that the caller keeps.</summary>
internal sealed class OwnLayer(LayerWorkload workload, int threads) : Contestant
{
    private readonly OwnLayerMatrices matrices = new(workload);
    private readonly Matrix<float> output = Matrix<float>.Build.Dense(workload.ModelSize, workload.Tokens);
    private readonly ComputeOptions options = new() { MaxDegreeOfParallelism = threads };

    public override void Run() => matrices.Layer.AttendInto(output, matrices.Input, source: null, matrices.Mask, options);

    public override IEnumerable<float[]> Results() => [CoreMatrices<float>.Join(output)];
}
