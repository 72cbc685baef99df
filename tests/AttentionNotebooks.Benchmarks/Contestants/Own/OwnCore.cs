using System.Numerics;
using AttentionNotebooks.Benchmarks.Cases;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Benchmarks.Contestants.Own;

/// <summary>Attention into matrices that the caller keeps.</summary>
internal sealed class OwnCore<T>(CoreWorkload workload, int threads) : Contestant
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly CoreMatrices<T> inputs = CoreMatrices<T>.For(workload);
    private readonly Matrix<T>[] outputs = CoreMatrices<T>.Zeros(workload.Size, workload.Queries, workload.Heads);
    private readonly Matrix<T>[]? weights = workload.KeepsWeights ? CoreMatrices<T>.Zeros(workload.Keys, workload.Queries, workload.Heads) : null;
    private readonly AttentionMask? mask = workload.Causal ? AttentionMask.Causal : null;
    private readonly ComputeOptions options = new() { MaxDegreeOfParallelism = threads };

    public override void Run() =>
        ScaledDotProductAttention.AttendInto<T>(outputs, inputs.Queries, inputs.Keys, inputs.Values, weights, mask, options);

    public override IEnumerable<float[]> Results()
    {
        yield return CoreMatrices<T>.Join(outputs);
        if (weights is not null) yield return CoreMatrices<T>.Join(weights);
    }
}
