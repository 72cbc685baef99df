using AttentionNotebooks.Benchmarks.Cases;
using MathNet.Numerics.LinearAlgebra;

namespace AttentionNotebooks.Benchmarks.Contestants.Own;

/// <summary>Forward and backward in one call.</summary>
internal sealed class OwnTraining(TrainingWorkload workload, int threads) : Contestant
{
    private readonly CoreMatrices<float> inputs = CoreMatrices<float>.For(workload.Core);
    private readonly Matrix<float>[] outputGradients = CoreMatrices<float>.Split(CoreInputs.OutputGradient(workload), workload.Size, workload.Heads);
    private readonly ComputeOptions options = new() { MaxDegreeOfParallelism = threads };
    private AttentionGradients<float>? gradients;

    public override void Run() =>
        gradients = ScaledDotProductAttention.Gradients<float>(inputs.Queries, inputs.Keys, inputs.Values, outputGradients, mask: null, options);

    public override IEnumerable<float[]> Results() => gradients is null
        ? []
        : new[] { gradients.Outputs, gradients.Queries, gradients.Keys, gradients.Values }.Select(heads => CoreMatrices<float>.Join([.. heads]));
}
